/**
 * What all pages share: their wiring, settings, security headers, how problems are shown, and how calls, times and tags are put
 * into words. The features are packages of their own beside this one ({@code search}, {@code call}); none imports another.
 * Nothing here reads speech or writes to a store.
 */
@NullMarked
package dev.callsift.ui;

import org.jspecify.annotations.NullMarked;
