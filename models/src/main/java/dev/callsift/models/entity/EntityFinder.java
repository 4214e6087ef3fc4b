package dev.callsift.models.entity;

import dev.callsift.models.meaning.TurnReading;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/**
 * Finds what callers name: by an OpenNLP name finder trained on marked utterances, and by the lexicon for what it misses. Safe for
 * use by several threads.
 *
 * <p>The values: order numbers {@code CS44119}; sizes {@code xl}, {@code uk 8}, {@code 32 30}; colours {@code navy blue};
 * quantities {@code 2}; products and addresses as said, without articles; postal codes {@code 560034}, {@code LS6 2QR}; phones in
 * digits; e-mail addresses; dates {@code 2026-11-28}, weeks {@code 2026-W49}, months {@code 2026-12} and intervals of days; time
 * windows {@code 18:00/}; amounts {@code 49.90 GBP}; payment methods {@code cash on delivery}; couriers {@code Blue Dart}; persons
 * {@code Priya Nair}.
 */
public final class EntityFinder {

    /** The trained model, one for all types, beside the categorizers. */
    public static final String MODEL = "entities.bin";

    /** How good it is on text that it was not trained on, by type; for people and the model card. JSON. */
    public static final String FIGURES = "entities.json";

    private static final String FOLDER = "/callsift/language/en/";

    private final ThreadLocal<NameFinderME> finders;

    /** @param model as trained with {@link EntityFinderFactory} on {@link #tokens} */
    public EntityFinder(TokenNameFinderModel model) {
        finders = ThreadLocal.withInitial(() -> new NameFinderME(model));
    }

    private static final class English {
        static final EntityFinder INSTANCE = new EntityFinder(load());
    }

    /** Trained for English when callsift was built; loaded once for the process. */
    public static EntityFinder english() {
        return English.INSTANCE;
    }

    /**
     * The names in an utterance, in the order of its words; no two of them share a word.
     *
     * @param words as recognized: lower case, without punctuation
     * @param callDate what "friday" is resolved against; without it days have no value
     */
    public List<Entity> find(List<String> words, Optional<LocalDate> callDate) {
        return find(words, List.of(), callDate);
    }

    /**
     * The same with what the other speaker said just before, by which bare answers are understood: "four one one oh three eight"
     * is an order number or a postal code.
     *
     * @param before lower case; empty when nothing was said
     */
    public List<Entity> find(List<String> words, List<String> before, Optional<LocalDate> callDate) {
        return words.isEmpty() ? List.of() : entities(trained(words, before), words, callDate);
    }

    /**
     * What the call encoder takes for names, with their values and with what the lexicon knows beside them; without a name finder.
     *
     * @param words as recognized: lower case, without punctuation
     * @param callDate what "friday" is resolved against; without it days have no value
     * @param read the encoder's names, in the order of the words
     */
    public static List<Entity> read(List<String> words, Optional<LocalDate> callDate, List<TurnReading.Name> read) {
        List<Named> names = read.stream()
                .map(name -> new Named(EntityType.labelled(name.type()), name.from(), name.to()))
                .toList();
        return entities(names, words, callDate);
    }

    private static List<Entity> entities(List<Named> learned, List<String> words, Optional<LocalDate> callDate) {
        List<Named> names = NameChoice.choose(SpelledEmail.find(words), learned, ListedWords.find(words));
        List<Entity> entities = new ArrayList<>();
        int free = 0;
        for (Named name : names) {
            EntityType type = type(name, words);
            int bound = type == EntityType.TIME_WINDOW ? TimeWindowValue.boundBefore(words, free, name.from()) : 0;
            entities.add(entity(new Named(type, name.from() - bound, name.to()), words, callDate));
            free = name.to();
        }
        return List.copyOf(entities);
    }

    /** "The morning" without a day is no date. */
    private static EntityType type(Named name, List<String> words) {
        boolean ofSomeDay =
                name.type() == EntityType.DATE && TimeWindowValue.isPartOfDay(words.subList(name.from(), name.to()));
        return ofSomeDay ? EntityType.TIME_WINDOW : name.type();
    }

    private List<Named> trained(List<String> words, List<String> before) {
        return Named.joined(Stream.of(finders.get().find(tokens(words, before)))
                .filter(span -> span.getStart() > 0)
                .map(span -> new Named(EntityType.labelled(span.getType()), span.getStart() - 1, span.getEnd() - 1))
                .toList());
    }

    private static Entity entity(Named name, List<String> words, Optional<LocalDate> callDate) {
        List<String> named = words.subList(name.from(), name.to());
        return new Entity(
                name.type(),
                name.from(),
                name.to(),
                String.join(" ", named),
                EntityValue.of(name.type(), named, callDate));
    }

    /**
     * Words of which it is known what they name.
     *
     * @param label of the type
     * @param words of the whole utterance
     */
    public static Entity named(String label, int from, int to, List<String> words) {
        return entity(new Named(EntityType.labelled(label), from, to), words, Optional.empty());
    }

    /** An utterance as the model sees it: one token for what was said before, then its words. */
    public static String[] tokens(List<String> words, List<String> before) {
        return EntityContext.tokens(before, words);
    }

    /**
     * For each word the name of the first of the lexicon's lists that knows it ("product", "colour", "weekday"); empty where none
     * does. Other than {@link #find}, it does not look at the words around.
     */
    public static List<String> listed(List<String> words) {
        return ListedWords.names(words);
    }

    /** Whether two names of a type that follow one another are parts of one, so that they are given as one. */
    public static boolean isNeverTwice(String label) {
        return Named.isNeverTwice(EntityType.labelled(label));
    }

    private static TokenNameFinderModel load() {
        EntityFinderFactory.allow();
        try (InputStream stream = EntityFinder.class.getResourceAsStream(FOLDER + MODEL)) {
            if (stream == null) {
                throw new IOException(FOLDER + MODEL + " is missing; build the module 'models', which trains it");
            }
            return new TokenNameFinderModel(stream);
        } catch (IOException e) {
            throw new IllegalStateException("the language models cannot be read from the class path", e);
        }
    }
}
