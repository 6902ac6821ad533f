using VideoIndex.Vocabularies;

namespace VideoIndex.Tests.Vocabularies;

public sealed class VocabularyTests
{
    [Fact]
    public void A_library_begins_with_a_vocabulary_that_says_nothing() =>
        Assert.Equal(("blue car", 0), (Vocabulary.Empty.Shown("blue car", "en"), Vocabulary.Empty.Concepts.Count));

    [Fact]
    public void Vocabularies_that_say_the_same_are_equal_in_whatever_order() =>
        Assert.Equal(Sample.Read("car preferred en car; car alternative en auto; noise blur"), Sample.Read("noise blur; car alternative en auto; car preferred en  car; noise blur"));

    [Theory]
    [InlineData("car preferred en car; van preferred en Car", "label-taken", "'Car' (en) is a label of two concepts, 'car' and 'van'.")]
    [InlineData("car preferred en car; car preferred de Auto; van preferred de Van; van mapped - wagon; car mapped - wagon", "label-taken", "'wagon' is a label of two concepts, 'car' and 'van'.")]
    [InlineData("car preferred en car; car preferred en auto", "two-labels", "The concept 'car' has two preferred labels in one language (en).")]
    [InlineData("car alternative en car", "no-label", "The concept 'car' has no preferred label.")]
    [InlineData("car preferred en car; car broader - vehicle", "unknown-parent", "'car' is put under 'vehicle', and there is no such concept.")]
    [InlineData("a preferred en a; a broader - a", "cycle", "'a' would be above itself: a under a.")]
    [InlineData("a preferred en a; b preferred en b; c preferred en c; c broader - a; a broader - b; b broader - a", "cycle", "'a' would be above itself: a under b under a.")]
    [InlineData("car preferred English car", "bad-language", "'English' is no language for preferred.")]
    [InlineData("car preferred - car", "bad-language", "A label or note of 'car' has no language.")]
    [InlineData("car preferred en +++", "bad-label", "The label '+++' has no letter or digit to be found by.")]
    [InlineData("car preferred en a\u202Eb", "bad-label", "'ab...' holds a character that cannot be shown.")]
    [InlineData("-x preferred en car", "bad-concept", "'-x' is no id of a concept: letters, digits and -._~:/?#@!$&+;=%(), a letter or digit first, 200 at most.")]
    [InlineData("car called en car", "bad-statement", "'called' is no kind of statement. They are preferred, alternative, mapped, broader, note, noise.")]
    public void What_contradicts_itself_is_refused_in_one_sentence(string statements, string code, string sentence)
    {
        var refused = Assert.Throws<VocabularyException>(() => Sample.Read(statements));
        Assert.Equal((code, sentence), (refused.Code, refused.Message));
    }

    [Fact]
    public void One_label_may_be_of_two_concepts_in_two_languages() =>
        Assert.Equal(2, Sample.Read("gift preferred en gift; poison preferred en poison; poison alternative de Gift").Concepts.Count);

    [Fact]
    public void A_chain_as_long_as_the_vocabulary_is_walked_without_running_out()
    {
        var chain = Enumerable.Range(0, 40_000).SelectMany(at => (VocabularyStatement[])
            [new($"c{at}", "preferred", "en", $"c{at}"), .. at == 0 ? (VocabularyStatement[])[] : [new($"c{at}", "broader", "", $"c{at - 1}")]]);
        var vocabulary = Vocabulary.Of(chain);
        Assert.Equal(40_000, vocabulary.WithNarrower(vocabulary.Find("c0")!).Count());
    }

    [Fact]
    public void More_than_a_vocabulary_holds_is_refused() =>
        Assert.Equal("too-many-statements", Assert.Throws<VocabularyException>(() => Vocabulary.Of(Enumerable.Range(0, 100_001).Select(at => new VocabularyStatement($"c{at}", "preferred", "en", $"c{at}")))).Code);

    [Theory]
    [InlineData("automobile", "en", "car")] // alternative
    [InlineData("AUTO", "pt-BR", "carro")] // the wider language
    [InlineData("wheels", "sv", "car")] // mapped; no Swedish label
    [InlineData("crane", "en", "construction crane")] // mapped before preferred
    [InlineData("bird", "de", "bird")]
    public void Labels_are_shown_by_the_preferred_one_in_the_readers_language(string label, string language, string shown) => Assert.Equal(shown, Sample.Read("""
        car preferred en car; car preferred de Auto; car preferred pt carro; car alternative en automobile; car mapped - wheels;
        heron preferred en crane; machine preferred en construction crane; machine mapped - crane
        """).Shown(label, language));

    [Fact]
    public void Noise_is_told_folded() => Assert.Equal(["blur"], Sample.Read("noise Blûr").Noise);
}
