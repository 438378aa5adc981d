package io.fluxj.apply.cluster;

/**
 * How the server merges an applied manifest.
 *
 * @param force whether fields that others own are taken over; else they are a conflict
 * @param strict whether fields that the server does not know are refused; else they are dropped
 */
public record FieldMerge(String fieldManager, boolean force, boolean strict) {}
