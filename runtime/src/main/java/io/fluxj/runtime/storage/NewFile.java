package io.fluxj.runtime.storage;

import java.io.OutputStream;

/**
 * A file being written.
 *
 * @param path that it will have, relative to the store's root
 * @param out receives its bytes
 */
public record NewFile(String path, OutputStream out) {}
