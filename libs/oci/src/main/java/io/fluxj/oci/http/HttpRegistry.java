package io.fluxj.oci.http;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.HashingOutputStream;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Digests;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.ManifestReader;
import io.fluxj.oci.MediaType;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.RegistryWriter;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.Conversation.Question;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A registry behind the OCI distribution protocol. */
public final class HttpRegistry implements Registry {
    private final Transport transport;
    private final Conversation conversation;
    private final RegistryLimits limits;

    private HttpRegistry(Transport transport, Conversation conversation, RegistryLimits limits) {
        this.transport = transport;
        this.conversation = conversation;
        this.limits = limits;
    }

    /**
     * Opens a registry, of which all that is asked must be over within the time that the access leaves.
     *
     * @param host with the port if there is one
     * @throws RegistryException when it may be spoken to without TLS, and speaks neither way
     */
    public static HttpRegistry open(String host, RegistryAccess access, RegistryLimits limits)
            throws RegistryException, InterruptedException {
        Transport transport = Transport.open(access);
        try {
            URI base = new Scheme(transport, host, access.insecure()).base();
            return new HttpRegistry(
                    transport,
                    new Conversation(transport, new Authorization(transport, access.credentials()), base),
                    limits);
        } catch (RegistryException | InterruptedException | RuntimeException failed) {
            transport.close();
            throw failed;
        }
    }

    /** Writes to the same registry, over the same connections; closed with this. */
    public RegistryWriter writer() {
        return new HttpWriter(conversation);
    }

    @Override
    public Digest resolve(Reference reference) throws RegistryException, InterruptedException {
        Optional<Digest> known =
                switch (reference) {
                    case Reference.Pinned pinned -> Optional.of(pinned.digest());
                    case Reference.Tag tag -> head(tag);
                };
        return known.isPresent() ? known.get() : manifest(reference).digest();
    }

    /** What HEAD says; empty when the registry answers it wrongly, or with an error that only GET explains. */
    private Optional<Digest> head(Reference reference) throws RegistryException, InterruptedException {
        Question question = new Question("HEAD", reference.repository(), manifestUri(reference), MediaType.MANIFESTS);
        try (Reply reply = conversation.ask(question)) {
            boolean usable = reply.isOk() && !reply.header("Content-Type").isEmpty();
            return usable ? digest(reply) : Optional.empty();
        }
    }

    private static Optional<Digest> digest(Reply reply) {
        try {
            return Optional.of(Digests.parse(reply.header("Docker-Content-Digest")));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> listedTags(Repository repository) throws RegistryException, InterruptedException {
        URI first = uri(repository, "tags/list?n=" + limits.tagsPerPage());
        return new TagPages(conversation, repository, limits.manifestBytes(), limits.tags()).all(first);
    }

    @Override
    public Manifest manifest(Reference reference) throws RegistryException, InterruptedException {
        return read(reference, (type, digest, bytes) -> ManifestReader.read(bytes, digest, type));
    }

    /** Lets a tag lead to the same manifest as another reference. */
    public Digest tag(Reference from, Reference.Tag to) throws RegistryException, InterruptedException {
        return read(from, (type, _, bytes) -> writer().put(to, type, bytes));
    }

    /** What is done with a manifest. */
    private interface Reading<T> {
        T of(String mediaType, Digest digest, byte[] bytes) throws RegistryException, InterruptedException;
    }

    private <T> T read(Reference reference, Reading<T> reading) throws RegistryException, InterruptedException {
        Question question = Question.get(reference.repository(), manifestUri(reference), MediaType.MANIFESTS);
        try (Reply reply = ok(question)) {
            byte[] bytes = reply.bytes(limits.manifestBytes());
            String type = reply.header("Content-Type").split(";", 2)[0].strip();
            return reading.of(type, checked(reference, reply, bytes), bytes);
        }
    }

    private static Digest checked(Reference reference, Reply reply, byte[] bytes) throws RegistryException {
        return switch (reference) {
            case Reference.Pinned(Repository _, Digest wanted) -> {
                check(reply.request(), wanted, Digest.of(wanted.algorithm(), bytes));
                yield wanted;
            }
            case Reference.Tag _ -> Digest.of(DigestAlgorithm.SHA256, bytes);
        };
    }

    private static void check(String request, Digest wanted, Digest computed) throws RegistryException {
        if (!computed.equals(wanted)) {
            throw new RegistryException(
                    Problem.DIGEST, request + ": what came has the digest " + computed + ", not " + wanted);
        }
    }

    @Override
    public byte[] bytes(Repository repository, Descriptor blob) throws RegistryException, InterruptedException {
        requireSize(blob, limits.manifestBytes());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            copy(repository, blob, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can be written to", impossible);
        }
    }

    @Override
    public void download(Repository repository, Descriptor blob, Path file)
            throws RegistryException, InterruptedException {
        requireSize(blob, limits.blobBytes());
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file))) {
            copy(repository, blob, target);
        } catch (IOException unwritable) {
            throw new RegistryException(
                    Problem.REFUSED,
                    "the blob " + blob.digest() + " cannot be written to disk: " + unwritable.getMessage(),
                    unwritable);
        }
    }

    private static void requireSize(Descriptor blob, long limit) throws RegistryException {
        if (blob.size() > limit) {
            throw new RegistryException(
                    Problem.TOO_LARGE,
                    "the blob " + blob.digest() + " has " + blob.size() + " bytes, more than the " + limit
                            + " that are taken");
        }
    }

    private void copy(Repository repository, Descriptor blob, OutputStream target)
            throws RegistryException, IOException, InterruptedException {
        try (Reply reply = ok(Question.get(repository, uri(repository, "blobs/" + blob.digest()), List.of()))) {
            HashingOutputStream hashing =
                    new HashingOutputStream(target, blob.digest().algorithm());
            reply.copyTo(hashing, blob.size());
            check(reply.request(), blob.digest(), hashing.digest());
        }
    }

    @Override
    public List<Descriptor> referrers(Repository repository, Digest subject)
            throws RegistryException, InterruptedException {
        return new Referrers(conversation, repository, limits).of(subject, uri(repository, "referrers/" + subject));
    }

    private Reply ok(Question question) throws RegistryException, InterruptedException {
        Reply reply = conversation.ask(question);
        if (reply.isOk()) {
            return reply;
        }
        try (reply) {
            throw Refusals.of(reply);
        }
    }

    private URI manifestUri(Reference reference) {
        return uri(reference.repository(), "manifests/" + reference.identifier());
    }

    private URI uri(Repository repository, String rest) {
        return conversation.registry().resolve("/v2/" + repository.name() + "/" + rest);
    }

    @Override
    public void close() {
        transport.close();
    }
}
