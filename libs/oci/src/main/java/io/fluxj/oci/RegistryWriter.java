package io.fluxj.oci;

import io.fluxj.archive.Digest;
import java.nio.file.Path;

/** What is brought into a registry. Blobs come before the manifests that name them. */
public interface RegistryWriter {
    /**
     * Brings a blob, unless it is there.
     *
     * @param file holds exactly the blob's bytes
     */
    void upload(Repository repository, Descriptor blob, Path file) throws RegistryException, InterruptedException;

    /** As {@link #upload(Repository, Descriptor, Path)}, of bytes in memory. */
    void upload(Repository repository, Descriptor blob, byte[] bytes) throws RegistryException, InterruptedException;

    /**
     * Lets a reference lead to a manifest.
     *
     * @param mediaType of the manifest
     * @return the manifest's digest
     */
    Digest put(Reference reference, String mediaType, byte[] manifest) throws RegistryException, InterruptedException;
}
