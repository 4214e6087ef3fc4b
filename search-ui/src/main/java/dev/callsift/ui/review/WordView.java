package dev.callsift.ui.review;

import dev.callsift.review.ReviewWeek;
import dev.callsift.review.RisingWord;
import java.util.Locale;

/** A word on the rise as shown. */
record WordView(String words, String href, String now, String before, String calls, String keyness) {

    static WordView of(RisingWord word, ReviewWeek week, Links links) {
        return new WordView(
                word.words(),
                links.search(word.query(week)),
                Figure.percent(word.now()),
                Figure.percent(word.before()),
                Figure.count(word.now().part()),
                String.format(Locale.ROOT, "%.0f", word.keyness()));
    }
}
