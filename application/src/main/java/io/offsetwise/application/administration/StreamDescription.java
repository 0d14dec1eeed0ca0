package io.offsetwise.application.administration;

import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;

/**
 * How a stream stands.
 *
 * @param stream which one
 * @param configured the storage that its job works with
 * @param storages those that have positions of it, at least one
 * @param drivers who drives it now, the youngest claim first
 * @param unseen what could not be looked at; nothing that the job itself works with
 */
public record StreamDescription(
    StreamName stream,
    OffsetStorage configured,
    List<DescribedStorage> storages,
    List<LivingDriver> drivers,
    List<Unseen> unseen) {

  public StreamDescription {
    storages = List.copyOf(storages);
    drivers = List.copyOf(drivers);
    unseen = List.copyOf(unseen);
  }
}
