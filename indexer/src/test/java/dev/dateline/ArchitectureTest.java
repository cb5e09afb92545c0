package dev.dateline;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The layers of ARCHITECTURE.md hold. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.dateline");

  @Test
  void eachPackageUsesOnlyTheOnesBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.dateline..")
        .layer("article")
        .definedBy("dev.dateline.article..")
        .layer("query")
        .definedBy("dev.dateline.query..")
        .layer("index")
        .definedBy("dev.dateline.index..")
        .layer("json")
        .definedBy("dev.dateline.json..")
        .layer("ingest")
        .definedBy("dev.dateline.ingest..")
        .layer("lucene")
        .definedBy("dev.dateline.lucene..")
        .layer("evaluation")
        .definedBy("dev.dateline.evaluation..")
        .layer("export")
        .definedBy("dev.dateline.export..")
        .layer("deletion")
        .definedBy("dev.dateline.deletion..")
        .layer("facade")
        .definedBy("dev.dateline")
        .optionalLayer("cli")
        .definedBy("dev.dateline.cli..")
        .whereLayer("article")
        .mayNotAccessAnyLayer()
        .whereLayer("query")
        .mayNotAccessAnyLayer()
        .whereLayer("index")
        .mayOnlyAccessLayers("article", "query")
        .whereLayer("json")
        .mayOnlyAccessLayers("article", "query", "index")
        .whereLayer("ingest")
        .mayOnlyAccessLayers("article", "json")
        .whereLayer("lucene")
        .mayOnlyAccessLayers("article", "query", "index", "json")
        .whereLayer("evaluation")
        .mayOnlyAccessLayers("article", "query", "index")
        .whereLayer("export")
        .mayOnlyAccessLayers("article", "query", "index", "json")
        .whereLayer("deletion")
        .mayOnlyAccessLayers("article", "query", "index", "ingest", "lucene")
        .whereLayer("facade")
        .mayOnlyAccessLayers("article", "query", "index", "lucene")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void onlyTheEngineAndTheSyntaxOfQueriesKnowLucene() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.dateline.lucene..", "dev.dateline.query..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.dateline.query..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.lucene.index..", "org.apache.lucene.search..", "org.apache.lucene.store..")
        .check(CLASSES);
  }

  /** So that a format can be read, changed and taken out by itself. */
  @Test
  void noFamilyOfFormatsKnowsAnother() {
    slices()
        .matching("dev.dateline.ingest.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(alwaysTrue(), resideInAPackage("dev.dateline.ingest.reader"))
        // Their facts are names with values, as those of a JSON object.
        .ignoreDependency(
            resideInAnyPackage("dev.dateline.ingest.table", "dev.dateline.ingest.markdown"),
            resideInAPackage("dev.dateline.ingest.json"))
        // The text of a newsletter is a page.
        .ignoreDependency(
            resideInAPackage("dev.dateline.ingest.mail"),
            resideInAPackage("dev.dateline.ingest.html"))
        .check(CLASSES);
  }

  @Test
  void onlyTheTerminalKnowsTerminalLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.dateline.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "me.tongfei..")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhichQuestionItAnswers() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
        .check(CLASSES);
  }
}
