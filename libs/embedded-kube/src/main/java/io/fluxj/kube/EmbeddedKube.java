package io.fluxj.kube;

import io.fluxj.kube.access.Credentials;
import io.fluxj.kube.access.Rbac;
import io.fluxj.kube.access.ServiceAccountTokens;
import io.fluxj.kube.access.User;
import io.fluxj.kube.controller.ControlLoops;
import io.fluxj.kube.discovery.BuiltIns;
import io.fluxj.kube.discovery.Catalog;
import io.fluxj.kube.fault.Faults;
import io.fluxj.kube.http.HttpListener;
import io.fluxj.kube.kinds.Allocator;
import io.fluxj.kube.kinds.Preparation;
import io.fluxj.kube.kinds.Services;
import io.fluxj.kube.request.ApiServer;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.schema.Definitions;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.tls.Authority;
import io.fluxj.kube.tls.ServerTls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes API server inside this JVM, on loopback over HTTPS, with an authority of its own. Everything is gone when it
 * is closed, unless a folder keeps it ({@link Builder#storage}).
 *
 * <pre>{@code
 * try (EmbeddedKube kube = EmbeddedKube.start()) {
 *     Config config = Config.fromKubeconfig(kube.kubeconfig());
 *     ...
 * }
 * }</pre>
 */
public final class EmbeddedKube implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc");

    private final Optional<Storage> storage;
    private final Authority authority;
    private final ObjectStore store;
    private final Credentials credentials;
    private final Faults faults;
    private final ApiServer server;
    private final ControlLoops loops;
    private final HttpListener listener;

    private EmbeddedKube(Builder builder) {
        storage = builder.storage.map(Storage::in);
        authority = storage.map(Storage::authority).orElseGet(Authority::create);
        LateReactions reactions = new LateReactions();
        store = new ObjectStore(
                storage.<ObjectStore.Journal>map(Storage::log).orElse((resource, change) -> {}), builder.history);
        storage.ifPresent(s -> s.log().restore(store));
        Definitions definitions = Definitions.load();
        Catalog catalog = new Catalog(BuiltIns.load(definitions));
        Core core = new Core(store, catalog, definitions, new Preparation(new Services(new Allocator())), reactions);
        Objects objects = new Objects(core);
        loops = new ControlLoops(core, objects, authority.root().certificatePem(), builder.workloads);
        reactions.set(loops);
        ServiceAccountTokens tokens = storage.map(s -> new ServiceAccountTokens(store, s.tokenKey()))
                .orElseGet(() -> new ServiceAccountTokens(store));
        credentials = new Credentials(authority, tokens);
        faults = new Faults();
        server = new ApiServer(core, objects, credentials, tokens, new Rbac(store), faults);
        new Revival(core, loops).run();
        new Bootstrap(catalog, objects).run();
        if (builder.node) {
            loops.addNode();
        }
        // What came before the first client is nothing to resume from.
        store.compact();
        Authority.Credential identity = authority.server(NAMES, List.of("127.0.0.1"));
        listener = HttpListener.start(ServerTls.context(authority, identity), builder.port, server);
    }

    /** Starts a server with nothing set. */
    public static EmbeddedKube start() {
        return builder().start();
    }

    /** Starts a server after setting something. */
    public static Builder builder() {
        return new Builder();
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return listener.port();
    }

    /** The base address, such as {@code https://127.0.0.1:40123}. */
    public String url() {
        return "https://127.0.0.1:" + port();
    }

    /** The certificate of the authority, PEM. */
    public String certificateAuthority() {
        return authority.root().certificatePem();
    }

    /** A kubeconfig, YAML, of a user that may do everything. Holds a private key. */
    public String kubeconfig() {
        return kubeconfig("admin", List.of(User.MASTERS));
    }

    /** A kubeconfig, YAML, of a user with the rights that roles and bindings give. Holds a private key. */
    public String kubeconfig(String user, List<String> groups) {
        return Kubeconfig.text(url(), certificateAuthority(), user, authority.client(user, groups));
    }

    /** Lets a bearer token stand for a user. */
    public void addToken(String token, String user, List<String> groups) {
        credentials.addToken(token, User.of(user, groups));
    }

    /** Failures on demand. */
    public Faults faults() {
        return faults;
    }

    /** Ends every watch that is open, without the stream's proper end. */
    public void cutWatches() {
        server.cutWatches();
    }

    /** Forgets old resource versions: watches from before now and continue tokens get 410. */
    public void compact() {
        server.compact();
    }

    /** Stops. Open connections are closed. */
    @Override
    public void close() {
        store.close();
        listener.close();
        loops.close();
        storage.ifPresent(Storage::close);
    }

    /** What can be set before the start. */
    public static final class Builder {
        private int port;
        private int history = 5_000;
        private boolean workloads;
        private boolean node;
        private Optional<Path> storage = Optional.empty();

        private Builder() {}

        /** The port to listen on; 0, the default, takes any free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** How many changes of each resource are kept for watches to resume from; 5000 by default. */
        public Builder history(int changes) {
            history = changes;
            return this;
        }

        /**
         * Whether workloads get Pods and a status; they do not by default. Every Node object is then a pretended node: Pods
         * that fit on it run there at once, those that are not restarted for ever succeed, claims are bound, and nothing is executed.
         */
        public Builder workloads(boolean value) {
            workloads = value;
            return this;
        }

        /** Whether workloads become ready: as {@link #workloads}, with one node from the start. */
        public Builder readyWorkloads(boolean value) {
            node = value;
            return workloads(value);
        }

        /**
         * A folder that keeps the objects, the resource versions, the authority and the key of tokens, so that a server that is
         * started with it again goes on where the last one ended, however that ended. A write is with the operating system
         * before it is answered, and so outlives this process; the disk is waited for only at {@link EmbeddedKube#close}, so
         * a loss of power may cost the last writes. Without it everything is gone when the server is closed.
         */
        public Builder storage(Path folder) {
            storage = Optional.of(folder);
            return this;
        }

        /** Starts the server; it answers when this returns. */
        public EmbeddedKube start() {
            return new EmbeddedKube(this);
        }
    }
}
