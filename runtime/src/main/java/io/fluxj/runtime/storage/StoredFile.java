package io.fluxj.runtime.storage;

import io.fluxj.archive.Digest;

/**
 * A file in the store.
 *
 * @param path relative to the store's root
 * @param digest of its bytes
 * @param size in bytes
 */
public record StoredFile(String path, Digest digest, long size) {}
