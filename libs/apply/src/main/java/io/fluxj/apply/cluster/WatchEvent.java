package io.fluxj.apply.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/** What a watch reports. */
public sealed interface WatchEvent {

    /** The object as it is now. */
    record Present(JsonNode object) implements WatchEvent {}

    /** The object as it last was. */
    record Deleted(JsonNode object) implements WatchEvent {}

    /** The connection is there; told when it begins, and now and then. */
    record Alive() implements WatchEvent {}

    /** Nothing more will come: the server closed the watch, or it broke. */
    record Ended(String why) implements WatchEvent {}
}
