package shop;

import java.util.Collection;

public class Delivery {
    DeliveryKey key;
    Article article;
    Collection<Pallet> pallets;
}
