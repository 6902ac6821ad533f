using System.Text;
using VideoIndex.Interchange.Vocabularies;
using VideoIndex.Vocabularies;

namespace VideoIndex.Interchange.Tests.Vocabularies;

public sealed class VocabularyFileTests
{
    private static readonly Vocabulary Cars = Vocabulary.Of(
    [
        new("car", "preferred", "en", "car"), new("car", "preferred", "de", "Auto"), new("car", "alternative", "en", "motor car, \"the\" one"), new("car", "broader", "", "vehicle"),
        new("car", "mapped", "", "=cmd|'/c calc'!A1"), new("car", "note", "en", "It drives."), new("vehicle", "preferred", "en", "vehicle"), new("", "noise", "", "@blur"),
    ]);

    [Fact]
    public void A_table_has_a_line_for_each_statement_and_no_formulas() => Assert.Equal(
        """
        concept,kind,language,text
        ,noise,,'@blur
        car,preferred,de,Auto
        car,preferred,en,car
        car,alternative,en,"motor car, ""the"" one"
        car,mapped,,'=cmd|'/c calc'!A1
        car,broader,,vehicle
        car,note,en,It drives.
        vehicle,preferred,en,vehicle

        """.ReplaceLineEndings("\r\n"),
        VocabularyCsv.Write(Cars));

    [Fact]
    public void Json_has_the_labels_of_a_concept_by_kind_and_language() => Assert.Equal(
        """
        {
          "concepts": [
            {
              "id": "car",
              "preferred": {
                "de": "Auto",
                "en": "car"
              },
              "alternative": {
                "en": [
                  "motor car, \"the\" one"
                ]
              },
              "mapped": [
                "=cmd|'/c calc'!A1"
              ],
              "broader": [
                "vehicle"
              ],
              "note": {
                "en": [
                  "It drives."
                ]
              }
            },
            {
              "id": "vehicle",
              "preferred": {
                "en": "vehicle"
              }
            }
          ],
          "noise": [
            "@blur"
          ]
        }

        """.ReplaceLineEndings("\n"),
        VocabularyJson.Write(Cars).ReplaceLineEndings("\n"));

    [Fact]
    public void What_is_written_is_read_as_it_was()
    {
        var random = new Random(12);
        string[] signs = ["=", "'", "''", "+1", "-", "@", "\"", ",", ";", "|", "\\", "ü", "日本", "e\u0301", "a", "b c", "{", "[", "#", "\u200D"];
        for (var round = 0; round < 3000; round++)
        {
            var vocabulary = RandomVocabulary(random, signs);
            Assert.Equal(vocabulary, Vocabulary.Of(VocabularyFile.Read(Encoding.UTF8.GetBytes(VocabularyCsv.Write(vocabulary)))));
            Assert.Equal(vocabulary, Vocabulary.Of(VocabularyFile.Read(Encoding.UTF8.GetBytes(VocabularyJson.Write(vocabulary)))));
        }
    }

    [Fact]
    public void A_table_a_spreadsheet_wrote_with_semicolons_is_read() =>
        Assert.Equal([new VocabularyStatement("car", "preferred", "en", "a, b")], Read("\uFEFFkind;concept;language;text\r\npreferred;car;en;a, b\r\n"));

    [Theory]
    [InlineData("concept,kind,language\ncar,preferred,en", "it needs one column 'text'. The columns are concept, kind, language, text.")]
    [InlineData("concept,kind,language,text,colour\n", "there is no column 'colour'. The columns are concept, kind, language, text.")]
    [InlineData("concept,kind,language,text\ncar,preferred,en", "line 2 has too few fields.")]
    [InlineData("concept,kind,language,text\ncar,preferred,en,\"x", "line 2: a quote is opened and not closed.")]
    [InlineData("", "it needs one column 'concept'. The columns are concept, kind, language, text.")]
    [InlineData("{\"concepts\":[", "it is no JSON: line 1, byte 14.")]
    [InlineData("{\"concepts\":3}", "'concepts' is no part of a vocabulary: it has concepts, a list, and noise.")]
    [InlineData("{\"concepts\":[{}]}", "a concept has no id.")]
    [InlineData("{\"concepts\":[{\"id\":\"a\",\"colour\":\"red\"}]}", "'colour' is no part of the concept 'a'.")]
    [InlineData("{\"concepts\":[{\"id\":\"a\",\"preferred\":\"red\"}]}", "the preferred labels of 'a' are not given by language.")]
    [InlineData("{\"concepts\":[{\"id\":\"a\",\"mapped\":[1]}]}", "a label of 'a' is no text.")]
    [InlineData("{\"concepts\":[{\"id\":\"\\ud800\"}]}", "a text in it is no valid Unicode.")]
    [InlineData("[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]", "it is no JSON: line 1, byte 17.")]
    [InlineData("{\"a\":1}", "it is JSON, and neither a vocabulary of VideoIndex nor SKOS with concepts that have labels.")]
    [InlineData("a\0b", "it is no text.")]
    public void What_is_no_vocabulary_is_refused_in_one_sentence(string file, string why)
    {
        var refused = Assert.Throws<VocabularyException>(() => Read(file));
        Assert.Equal(("bad-vocabulary-file", $"The vocabulary cannot be read: {why}"), (refused.Code, refused.Message));
    }

    [Fact]
    public void What_is_not_in_utf8_is_refused() =>
        Assert.Equal("The vocabulary cannot be read: it is not written in UTF-8.", Assert.Throws<VocabularyException>(() => VocabularyFile.Read([0xFF, 0xFE, 0x41])).Message);

    [Fact]
    public void Skos_is_read_by_whatever_name_its_parts_have() => Assert.Equal(
        Vocabulary.Of(
        [
            new("http://x.org/car", "preferred", "en", "car"), new("http://x.org/car", "preferred", "de", "Auto"), new("http://x.org/car", "alternative", "en", "automobile"),
            new("http://x.org/car", "mapped", "", "motorcar"), new("http://x.org/car", "note", "und", "It drives."), new("http://x.org/car", "broader", "", "http://x.org/vehicle"),
            new("http://x.org/vehicle", "preferred", "fr", "véhicule"), new("http://x.org/cab", "preferred", "en", "cab"), new("http://x.org/cab", "broader", "", "http://x.org/car"),
        ]),
        Vocabulary.Of(Read("""
            {"@context":"https://example.org/never-fetched.jsonld","@graph":[
              {"@id":"http://x.org/car","@type":"skos:Concept","skos:prefLabel":[{"@language":"en","@value":"car"},{"@language":"de","@value":"Auto"}],
               "http://www.w3.org/2004/02/skos/core#altLabel":{"@language":"en","@value":"automobile"},"hiddenLabel":{"en":["motorcar"]},"skos:definition":"It drives.",
               "skos:broader":[{"@id":"http://x.org/vehicle"},{"@id":"http://x.org/elsewhere"}],"skos:narrower":"http://x.org/cab"},
              {"id":"http://x.org/vehicle","prefLabel":{"fr":"véhicule"}}, {"@id":"http://x.org/cab","prefLabel":{"en":"cab"}}, {"@id":"http://x.org/scheme","@type":"ConceptScheme"}]}
            """)));

    private static IReadOnlyList<VocabularyStatement> Read(string file) => VocabularyFile.Read(Encoding.UTF8.GetBytes(file));

    private static Vocabulary RandomVocabulary(Random random, string[] signs)
    {
        var count = random.Next(6);
        string Text(int at) => string.Concat(random.GetItems(signs, random.Next(4))) + $" z{at}";
        return Vocabulary.Of(Enumerable.Range(0, count).SelectMany(at => (VocabularyStatement[])
        [
            new($"c{at}", StatementKind.Preferred, "en", Text(at)),
            new($"c{at}", StatementKind.Alternative, random.GetItems(["de", "pt-br", "ja"], 1)[0], Text(at)),
            new($"c{at}", StatementKind.Mapped, "", Text(at)),
            new($"c{at}", StatementKind.Note, "en", Text(at)),
            .. at == 0 ? (VocabularyStatement[])[] : [new($"c{at}", StatementKind.Broader, "", $"c{random.Next(at)}")],
            new("", StatementKind.Noise, "", Text(at)),
        ]));
    }
}
