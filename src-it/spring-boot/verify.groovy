String shops = new File(basedir, 'src/main/java/db/migrations/R0001_Shops.java').text

assert shops.contains('"shop.online_shop"')
assert shops.contains('column("display_name", varchar(255))')
assert shops.contains('"parent_shop_id"')
assert shops.contains('"shop.online_shop_seq"')
assert !shops.contains('not_scanned')
