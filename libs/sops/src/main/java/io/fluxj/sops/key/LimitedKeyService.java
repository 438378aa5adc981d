package io.fluxj.sops.key;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Spends so much time on keys that a service cannot open and no more, however many keys a file or many files name. */
public final class LimitedKeyService implements KeyService {
    private final KeyService service;
    private final LongSupplier nanoTime;
    private final Duration most;
    private final AtomicLong spent = new AtomicLong();

    /**
     * For one piece of work.
     *
     * @param most time for failures; one that has begun is waited for
     * @param nanoTime as {@link System#nanoTime}
     */
    public LimitedKeyService(KeyService service, Duration most, LongSupplier nanoTime) {
        this.service = service;
        this.most = most;
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean serves(MasterKey key) {
        return service.serves(key);
    }

    @Override
    public byte[] decrypt(MasterKey key) throws KeyException {
        if (spent.get() >= most.toNanos()) {
            throw new KeyException("not asked: keys that could not be opened have taken " + most.toSeconds() + "s");
        }
        long begin = nanoTime.getAsLong();
        try {
            return service.decrypt(key);
        } catch (KeyException e) {
            spent.addAndGet(nanoTime.getAsLong() - begin);
            throw e;
        }
    }
}
