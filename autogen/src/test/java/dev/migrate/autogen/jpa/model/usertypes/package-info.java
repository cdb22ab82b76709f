/** Types of an application's own, registered for all of it. */
@ConverterRegistration(converter = Registered.WeightConverter.class, domainType = Registered.Weight.class)
@TypeRegistration(basicClass = Registered.Barcode.class, userType = Registered.BarcodeType.class)
@CompositeTypeRegistration(embeddableClass = Registered.Span.class, userType = Registered.SpanType.class)
@JavaTypeRegistration(javaType = Registered.Loud.class, descriptorClass = Registered.LoudJavaType.class)
@FilterDef(name = "light", defaultCondition = "weight < 10")
package dev.migrate.autogen.jpa.model.usertypes;

import org.hibernate.annotations.CompositeTypeRegistration;
import org.hibernate.annotations.ConverterRegistration;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.JavaTypeRegistration;
import org.hibernate.annotations.TypeRegistration;
