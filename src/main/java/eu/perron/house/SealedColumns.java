package eu.perron.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.CustomConversions.StoreConversions;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.dialect.Dialect;

/** Seals and opens the columns of the rooms' {@link SealedColumn}s between row and record. */
@Configuration(proxyBeanMethods = false)
class SealedColumns {
  @Bean
  SealedColumn<Confided> confided(Seal seal) {
    return new SealedColumn<>(
        Confided.class,
        words -> seal.close(words.text()),
        kept -> new Confided(seal.openText(kept)));
  }

  @Bean
  JdbcCustomConversions jdbcCustomConversions(Dialect dialect, List<SealedColumn<?>> columns) {
    List<Object> converters = new ArrayList<>();
    for (SealedColumn<?> column : columns) {
      converters.add(new Closing<>(column));
      converters.add(new Opening(column));
    }
    return new JdbcCustomConversions(store(dialect), converters);
  }

  /** What Spring Data would have without us. */
  private static StoreConversions store(Dialect dialect) {
    List<Object> converters = new ArrayList<>(dialect.getConverters());
    converters.addAll(JdbcCustomConversions.storeConverters());
    return StoreConversions.of(
        new SimpleTypeHolder(dialect.simpleTypes(), JdbcSimpleTypes.HOLDER), converters);
  }

  @WritingConverter
  private record Closing<T>(SealedColumn<T> column) implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(new ConvertiblePair(column.type(), byte[].class));
    }

    @Override
    public Object convert(Object value, TypeDescriptor from, TypeDescriptor to) {
      return value == null ? null : column.close().apply(column.type().cast(value));
    }
  }

  @ReadingConverter
  private record Opening(SealedColumn<?> column) implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(new ConvertiblePair(byte[].class, column.type()));
    }

    @Override
    public Object convert(Object value, TypeDescriptor from, TypeDescriptor to) {
      return value == null ? null : column.open().apply((byte[]) value);
    }
  }
}
