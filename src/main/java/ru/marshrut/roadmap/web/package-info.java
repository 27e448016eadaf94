/** Pages and API of road maps: import, preview, decisions, approval. */
package ru.marshrut.roadmap.web;
