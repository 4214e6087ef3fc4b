package dev.callsift.ui;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Puts codes of tags into words by the taxonomy; a code it no longer knows is shown as it is spelled. */
@Component
public final class TagChips {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}");
    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9._-]+");

    private final Map<String, TaxonomyCode> codes = new LinkedHashMap<>();

    @Autowired
    TagChips(ObjectProvider<Taxonomy> taxonomy) {
        this(taxonomy.getIfAvailable(Taxonomy::english));
    }

    TagChips(Taxonomy taxonomy) {
        taxonomy.codes().forEach(code -> codes.put(code.code(), code));
    }

    public TagChip of(String code) {
        TaxonomyCode known = codes.get(code);
        TagChip spelled = TagChip.of(code);
        return known == null ? spelled : new TagChip(code, known.title(), known.definition(), spelled.kind());
    }

    /** Every tag that a call can have, in the order of the taxonomy. */
    public List<TagChip> all() {
        return codes.keySet().stream().map(this::of).toList();
    }

    /** A style sheet that gives each chip's dot its colour of the taxonomy; pages hold no styles of their own. */
    String styles() {
        return codes.values().stream()
                .filter(code -> CODE.matcher(code.code()).matches())
                .filter(code -> COLOUR.matcher(code.colour()).matches())
                .map(code ->
                        ".chip[data-code=\"" + code.code() + "\"]::before { background: " + code.colour() + "; }\n")
                .collect(Collectors.joining());
    }
}
