package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as they are spelled: "r dot sharma at gmail dot com". */
final class EmailValue {

    private static final LexiconSection SIGNS = Lexicon.english().section("email-sign");
    private static final LexiconSection REPEATS = Lexicon.english().section("repeat");
    private static final LexiconSection HOSTS = Lexicon.english().section("email-host");
    private static final LexiconSection NUMBERS = Lexicon.english().section("number");
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private EmailValue() {}

    static Optional<String> of(List<String> words) {
        StringBuilder address = new StringBuilder();
        List<String> said = SpokenWords.corrected(words);
        for (int i = 0; i < said.size(); ) {
            i += append(said, i, address);
        }
        return Optional.of(address.toString())
                .filter(text -> ADDRESS.matcher(text).matches());
    }

    /** @return how many words it took */
    private static int append(List<String> said, int at, StringBuilder address) {
        boolean host = address.indexOf("@") >= 0;
        int sign = SIGNS.lengthAt(said, at);
        int domain = host ? HOSTS.lengthAt(said, at) : 0;
        if (sign > 0) {
            return append(SIGNS, said, at, sign, address);
        } else if (domain > 0) {
            return append(HOSTS, said, at, domain, address);
        } else if (REPEATS.has(said.get(at)) && at + 1 < said.size()) {
            String times = REPEATS.value(said.get(at)).orElseThrow();
            String repeated = said.get(at + 1);
            address.append(NUMBERS.value(repeated).orElse(repeated).repeat(Integer.parseInt(times)));
            return 2;
        }
        return appendWords(said, at, address);
    }

    private static int append(LexiconSection section, List<String> said, int at, int length, StringBuilder address) {
        address.append(
                section.value(String.join(" ", said.subList(at, at + length))).orElseThrow());
        return length;
    }

    private static int appendWords(List<String> said, int at, StringBuilder address) {
        List<String> numbers = new ArrayList<>();
        for (int i = at; i < said.size() && SpokenNumber.isNumber(said.get(i)); i++) {
            numbers.add(said.get(i));
        }
        address.append(SpokenNumber.digits(numbers)
                .map(groups -> String.join("", groups))
                .orElse(said.get(at)));
        return Math.max(1, numbers.size());
    }
}
