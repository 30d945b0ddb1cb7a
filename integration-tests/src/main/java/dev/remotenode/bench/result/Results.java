package dev.remotenode.bench.result;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All samples of a run, by what they are of and whose they are. For one thread. */
public final class Results {
    private final Map<Quantity, Map<Place, Samples>> measured = new HashMap<>();

    /** Where to put what is measured. */
    public Samples of(Quantity quantity, Place place) {
        return measured.computeIfAbsent(quantity, _ -> new EnumMap<>(Place.class))
                .computeIfAbsent(place, _ -> new Samples());
    }

    /** What was measured, if it was. */
    public Optional<Samples> find(Quantity quantity, Place place) {
        return Optional.ofNullable(measured.get(quantity))
                .flatMap(places -> Optional.ofNullable(places.get(place)))
                .filter(samples -> samples.size() > 0);
    }

    /** Those of a group of which anything was measured. */
    public List<Quantity> quantities(Group group) {
        return Quantity.all().stream()
                .filter(quantity -> quantity.group() == group)
                .filter(quantity ->
                        Stream.of(Place.values())
                                .anyMatch(place -> find(quantity, place).isPresent()))
                .toList();
    }

    /** Forgets what was measured while everything was cold. */
    public void forget() {
        measured.clear();
    }
}
