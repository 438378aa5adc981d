package io.fluxj.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object to apply.
 *
 * @param manifest shared by all who have the build, so whoever changes it copies it first
 * @param origin where people wrote it
 */
public record BuiltObject(ObjectNode manifest, Origin origin) {}
