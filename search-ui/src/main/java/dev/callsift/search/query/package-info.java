/**
 * The query language: enters what a person types, leaves a tree of {@link dev.callsift.search.query.QueryNode}s with what was not
 * understood and where. There is one grammar and one parser, {@link dev.callsift.search.query.QueryParser}; nothing here asks the
 * index.
 */
@NullMarked
package dev.callsift.search.query;

import org.jspecify.annotations.NullMarked;
