package io.fluxj.cli;

import io.fluxj.cli.frame.Session;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command of the first level with all that is below it.
 *
 * @param name its name
 * @param commands makes it; only asked when the command line names it, since most of what starting costs is reading annotations
 */
record Family(String name, Function<Session, CommandSpec> commands) {}
