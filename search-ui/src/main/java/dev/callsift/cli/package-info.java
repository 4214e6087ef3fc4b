/**
 * The command line: every subcommand of callsift.jar, its help and its exit codes. Commands read arguments, start what they
 * need of the pipeline and the pages, and print; what they start does the work.
 */
@NullMarked
package dev.callsift.cli;

import org.jspecify.annotations.NullMarked;
