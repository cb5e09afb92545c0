package dev.dateline.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of the server keep to their questions. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.dateline.server");

  @Test
  void eachPackageUsesOnlyTheOnesBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.dateline.server..")
        .layer("config")
        .definedBy("dev.dateline.server.config..")
        .layer("metrics")
        .definedBy("dev.dateline.server.metrics..")
        .layer("http")
        .definedBy("dev.dateline.server.http..")
        .layer("feed")
        .definedBy("dev.dateline.server.feed..")
        .layer("openapi")
        .definedBy("dev.dateline.server.openapi..")
        .layer("api")
        .definedBy("dev.dateline.server.api..")
        .layer("compat")
        .definedBy("dev.dateline.server.compat..")
        .layer("admin")
        .definedBy("dev.dateline.server.admin..")
        .layer("page")
        .definedBy("dev.dateline.server.page..")
        .layer("program")
        .definedBy("dev.dateline.server")
        .whereLayer("config")
        .mayNotAccessAnyLayer()
        .whereLayer("http")
        .mayOnlyAccessLayers("config", "metrics")
        .whereLayer("metrics")
        .mayNotAccessAnyLayer()
        .whereLayer("openapi")
        .mayOnlyAccessLayers("config")
        .whereLayer("feed")
        .mayOnlyAccessLayers("http")
        .whereLayer("api")
        .mayOnlyAccessLayers("config", "feed", "http", "metrics", "openapi")
        .whereLayer("compat")
        .mayOnlyAccessLayers("feed", "http")
        .whereLayer("admin")
        .mayOnlyAccessLayers("config", "http", "metrics")
        .whereLayer("page")
        .mayOnlyAccessLayers("http", "metrics", "openapi")
        .check(CLASSES);
  }

  @Test
  void onlyOnePackageKnowsWhichWebServerItIs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.dateline.server.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("spark..", "org.eclipse.jetty..", "javax.servlet..")
        .check(CLASSES);
  }

  @Test
  void theServerKnowsNoEngineButWhereItsWholeIndexIsKept() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.dateline.server.admin..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.dateline.lucene..")
        .check(CLASSES);
  }
}
