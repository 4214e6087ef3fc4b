package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** E-mail addresses by their form alone: words, "at", words, "dot", words. */
final class SpelledEmail {

    private static final LexiconSection SIGNS = Lexicon.english().section("email-sign");
    private static final LexiconSection NO_PART = Lexicon.english().section("before-email");
    private static final LexiconSection HOSTS = Lexicon.english().section("email-host");
    private static final LexiconSection DOMAINS = Lexicon.english().section("email-domain");
    private static final int LONGEST_HOST = 4;
    private static final int LONGEST_NAME = 14;

    private SpelledEmail() {}

    static List<Named> find(List<String> words) {
        List<Named> found = new ArrayList<>();
        int free = 0;
        for (int i = 1; i < words.size() - 2; i++) {
            int sign = SIGNS.lengthAt(words, i);
            if (sign > 0 && isSign(words, i, sign, "@")) {
                around(words, free, i, i + sign).ifPresent(found::add);
                free = found.isEmpty() ? 0 : found.getLast().to();
                i += sign - 1;
            }
        }
        return found;
    }

    private static boolean isSign(List<String> words, int at, int length, String sign) {
        return SIGNS.value(String.join(" ", words.subList(at, at + length)))
                .filter(sign::equals)
                .isPresent();
    }

    /** @param free index after the last word of the address before */
    private static Optional<Named> around(List<String> words, int free, int at, int host) {
        int to = end(words, host);
        int from = start(words, free, at);
        boolean email = to > host
                && from < at
                && EmailValue.of(words.subList(from, to))
                        .filter(SpelledEmail::hasKnownDomain)
                        .isPresent();
        return email ? Optional.of(new Named(EntityType.EMAIL, from, to)) : Optional.empty();
    }

    private static boolean hasKnownDomain(String address) {
        return DOMAINS.has(address.substring(address.lastIndexOf('.') + 1));
    }

    /** After the last "dot" of the host and what follows it; the place itself when there is none. */
    private static int end(List<String> words, int host) {
        int end = host;
        for (int i = host + 1; i < words.size() - 1 && i <= Math.max(host, end) + LONGEST_HOST; i++) {
            if (isSign(words, i, 1, ".")) {
                end = i + 1 + domain(words, i + 1);
            } else if (end > host && i >= end) {
                break;
            }
        }
        return end;
    }

    /** How many words the part after a dot has: "com", "u k". */
    private static int domain(List<String> words, int at) {
        int misheard = HOSTS.lengthAt(words, at);
        boolean spelled = at + 1 < words.size()
                && words.get(at).length() == 1
                && words.get(at + 1).length() == 1;
        return spelled ? 2 : Math.max(1, misheard);
    }

    /** Back to the first word that may belong to the address. */
    private static int start(List<String> words, int free, int at) {
        int start = at;
        while (start > free && at - start < LONGEST_NAME && belongs(words, start - 1)) {
            start--;
        }
        return start;
    }

    private static boolean belongs(List<String> words, int index) {
        String word = words.get(index);
        boolean joined = index + 1 < words.size() && isSign(words, index + 1, 1, ".");
        boolean digit = SpokenNumber.isNumber(word) && !word.equals("one");
        return joined || !NO_PART.has(word) || digit || spelledOn(words, index);
    }

    /** A letter before another, or "one" after a part. */
    private static boolean spelledOn(List<String> words, int index) {
        String word = words.get(index);
        boolean letters = word.length() == 1 && words.get(index + 1).length() == 1;
        return letters || (word.equals("one") && index > 0 && !NO_PART.has(words.get(index - 1)));
    }
}
