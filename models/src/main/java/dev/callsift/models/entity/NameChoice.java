package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The one place where it is decided between names that share words. The trained finder saw the words around, the lexicon did
 * not, so that the finder's word counts more: what the lexicon alone knows is taken where the finder saw nothing, and where it
 * saw a part of the same thing ("large" of "extra large"). Only of an e-mail
 * address the form says it all: what is not spelled like one is none, and what is, is one.
 */
final class NameChoice {

    private NameChoice() {}

    /** @return names that share no words, in the order of their words */
    static List<Named> choose(List<Named> spelled, List<Named> trained, List<Named> listed) {
        List<Named> chosen = new ArrayList<>(spelled);
        trained.stream()
                .filter(name ->
                        name.type() != EntityType.EMAIL && spelled.stream().noneMatch(name::overlaps))
                .forEach(chosen::add);
        listed.forEach(name -> add(name, chosen));
        chosen.sort(Comparator.comparingInt(Named::from));
        return chosen;
    }

    private static void add(Named name, List<Named> chosen) {
        boolean agreed = chosen.stream()
                .filter(name::overlaps)
                .allMatch(other -> other.type() == name.type() && name.contains(other));
        if (agreed) {
            chosen.removeIf(name::overlaps);
            chosen.add(name);
        }
    }
}
