package dev.dateline.cli;

import java.util.function.Supplier;

/**
 * A command that is made when it is needed. Picocli reads a command by reflection: to make all of
 * them takes a third of a second, of which the one that was typed is a small part.
 *
 * @param name what is typed, as its {@code @Command} says
 * @param make makes an object with {@code @Command}, or a {@code CommandLine} of one
 */
public record NamedCommand(String name, Supplier<Object> make) {}
