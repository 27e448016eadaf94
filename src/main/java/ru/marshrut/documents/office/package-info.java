/** Office files in the product's design: Word documents, Excel workbooks, and the words and dates in them. */
@org.springframework.modulith.NamedInterface("office")
package ru.marshrut.documents.office;
