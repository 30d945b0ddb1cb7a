package dev.remotenode.bench.result;

import java.util.List;

/** Quantities that are measured in the same surroundings, and told in one table. */
public enum Group {
    REMOTE_NODE("As a remote node"),
    CLUSTER("In a cluster");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Where they are measured. */
    public List<Place> places() {
        return switch (this) {
            case REMOTE_NODE -> List.of(Place.OURS, Place.THEIRS);
            case CLUSTER -> List.of(Place.MEMBER, Place.OURS, Place.THEIRS);
        };
    }
}
