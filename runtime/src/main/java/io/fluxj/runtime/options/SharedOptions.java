package io.fluxj.runtime.options;

import java.util.Map;
import picocli.CommandLine.Mixin;

/** The flags that the controllers share. Source: flags-endpoints §1. */
public final class SharedOptions {
    @Mixin
    private ClientOptions client = new ClientOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private LeaderElectionOptions leaderElection = new LeaderElectionOptions();

    @Mixin
    private RetryOptions retry = new RetryOptions();

    @Mixin
    private WatchOptions watch = new WatchOptions();

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Mixin
    private JitterOptions jitter = new JitterOptions();

    @Mixin
    private TokenCacheOptions tokenCache = new TokenCacheOptions();

    @Mixin
    private PeerOptions peers = new PeerOptions();

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Mixin
    private FeatureGates features;

    /**
     * The flags of a controller.
     *
     * @param gates its feature gates and their defaults
     */
    public SharedOptions(Map<String, Boolean> gates) {
        this.features = new FeatureGates(gates);
    }

    /** {@code --kube-api-*}. */
    public ClientOptions client() {
        return client;
    }

    /** {@code --log-*}. */
    public LogOptions log() {
        return log;
    }

    /** {@code --*leader-election*}. */
    public LeaderElectionOptions leaderElection() {
        return leaderElection;
    }

    /** {@code --*-retry-delay}. */
    public RetryOptions retry() {
        return retry;
    }

    /** {@code --watch-*}. */
    public WatchOptions watch() {
        return watch;
    }

    /** {@code --*-addr}. */
    public EndpointOptions endpoints() {
        return endpoints;
    }

    /** {@code --interval-jitter-percentage}. */
    public JitterOptions jitter() {
        return jitter;
    }

    /** {@code --token-cache-*}. */
    public TokenCacheOptions tokenCache() {
        return tokenCache;
    }

    /** {@code --peer-*}. */
    public PeerOptions peers() {
        return peers;
    }

    /** {@code --profile}. */
    public Profile profile() {
        return profile.profile();
    }

    /** {@code --feature-gates}. */
    public FeatureGates features() {
        return features;
    }
}
