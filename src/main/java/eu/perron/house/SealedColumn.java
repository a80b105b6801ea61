package eu.perron.house;

import java.util.function.Function;

/** A type that Spring Data JDBC keeps sealed in one column; a bean for each such type. */
public record SealedColumn<T>(
    Class<T> type, Function<T, byte[]> close, Function<byte[], T> open) {}
