/**
 * Who takes care of what callers want done. In go the facts of an item, out comes the team it is for, with the rule that says so.
 * Rules and teams are data, checked as a whole at start; nothing here may look anything up, so that the same facts always lead to the
 * same team.
 */
@NullMarked
package dev.callsift.pipeline.routing;

import org.jspecify.annotations.NullMarked;
