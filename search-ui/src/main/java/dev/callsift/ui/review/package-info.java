/**
 * The weekly review as a page, as a PDF and a document to print, as tables and as JSON: the same contents each time. Figures come from
 * {@link dev.callsift.review.WeeklyReviews}; nothing here counts.
 */
@NullMarked
package dev.callsift.ui.review;

import org.jspecify.annotations.NullMarked;
