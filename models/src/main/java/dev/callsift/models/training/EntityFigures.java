package dev.callsift.models.training;

import dev.callsift.models.entity.Entity;
import dev.callsift.models.entity.EntityType;
import dev.callsift.models.training.TrainingUtterance.EntityMark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many entities of each type were marked, found, and found wrongly, in text that the finder was not trained on. */
final class EntityFigures {

    private final Map<EntityType, HeldOut> byType = new EnumMap<>(EntityType.class);

    /** Counts one utterance: what is marked in it, and what was found. */
    void add(List<EntityMark> all, List<Entity> found) {
        for (EntityType type : EntityType.values()) {
            List<EntityMark> marked = all.stream()
                    .filter(mark -> mark.type().equals(type.label()))
                    .map(mark -> new EntityMark(mark.type(), mark.from(), mark.to()))
                    .toList();
            List<EntityMark> named = found.stream()
                    .filter(entity -> entity.type() == type)
                    .map(entity -> new EntityMark(type.label(), entity.from(), entity.to()))
                    .toList();
            int right = (int) named.stream().filter(marked::contains).count();
            byType.merge(type, new HeldOut(marked.size(), right, named.size() - right), HeldOut::plus);
        }
    }

    EntityFigures plus(EntityFigures other) {
        EntityFigures both = new EntityFigures();
        both.byType.putAll(byType);
        other.byType.forEach((type, figures) -> both.byType.merge(type, figures, HeldOut::plus));
        return both;
    }

    private HeldOut all() {
        return byType.values().stream().reduce(new HeldOut(0, 0, 0), HeldOut::plus);
    }

    /** A table for people: each type, and all of them. */
    String table() {
        StringBuilder table = new StringBuilder(HeldOut.heading("entities, held out"));
        byType.forEach((type, figures) -> table.append(figures.row(type.label())));
        return table.append(all().row("micro")).toString();
    }

    /** The same for a model card: by label, figures by name. */
    Map<String, Map<String, Object>> card() {
        Map<String, Map<String, Object>> card = new TreeMap<>();
        byType.forEach((type, figures) -> card.put(type.label(), figures.card()));
        card.put("micro", all().card());
        return card;
    }
}
