using VideoIndex.Inference;
using VideoIndex.Speech.Batched;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Tokens;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.Batched;

/// <summary>Languages, tasks, glossaries and prompts reach the network, and what cannot be done is said.</summary>
public sealed class SpokenOptionsTests
{
    private static readonly SpeechVocabulary Vocabulary = ToneWords.Vocabulary;
    private static readonly PlantedWord[] English = [new(0, 1, 0.5), new(1, 1.7, 0.5), new(2, 2.4, 0.5)];
    private static readonly PlantedWord[] German = [new(9, 41, 0.5), new(10, 41.7, 0.5), new(11, 42.4, 0.5), new(12, 43.1, 0.5), new(13, 43.8, 0.5)];

    [Fact]
    public async Task The_language_is_found_out_once_for_the_sound()
    {
        var heard = await Tones.HearAsync(new ToneNetwork(500), ToneWords.Sound(50, [.. English, .. German]));

        Assert.Equal("de", heard.Language);
        Assert.All(heard.Utterances, utterance => Assert.Null(utterance.Language));
    }

    [Fact]
    public async Task Or_anew_for_every_stretch()
    {
        var heard = await Tones.HearAsync(new ToneNetwork(300), ToneWords.Sound(50, [.. English, .. German]), new() { LanguageByStretch = true });

        Assert.Equal("de", heard.Language);
        Assert.Equal(["en", null], heard.Utterances.Select(utterance => utterance.Language).Distinct());
    }

    [Theory]
    [InlineData("de", "<|de|>")]
    [InlineData("German", "<|de|>")]
    [InlineData("en", "<|en|>")]
    public async Task A_language_that_is_named_is_taken_and_not_looked_for(string named, string mark)
    {
        var network = new ToneNetwork();

        await Tones.HearAsync(network, ToneWords.Sound(9, English), new() { Language = named });

        Assert.Equal(Vocabulary.Mark(mark), Assert.Single(network.Beginnings)[1]);
    }

    [Theory]
    [InlineData("tlh")]
    [InlineData("yue")] // a language, but not one of this vocabulary's 99
    public async Task A_language_the_model_does_not_know_is_refused(string language)
    {
        var failed = await Assert.ThrowsAsync<ModelException>(() =>
            Tones.HearAsync(new ToneNetwork(), ToneWords.Sound(9, English), new() { Language = language }));

        Assert.Equal("unknown-language", failed.Code);
        Assert.Contains($"'{language}'", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_is_asked_for_by_its_mark()
    {
        var network = new ToneNetwork();

        await Tones.HearAsync(network, ToneWords.Sound(50, German), new() { Translate = true, Language = "de" });

        Assert.All(network.Beginnings, beginning => Assert.Equal(Vocabulary.Translate, beginning[2]));
    }

    [Fact]
    public async Task Glossary_and_prompt_are_told_to_every_window()
    {
        var network = new ToneNetwork(300);

        await Tones.HearAsync(network, ToneWords.Sound(50, [.. English, .. German]), new() { Glossary = ["alpha", "bravo"], Prompt = " We begin. " });

        Assert.Equal(2, network.Beginnings.Count);
        Assert.All(network.Beginnings, beginning =>
        {
            Assert.Equal(Vocabulary.StartOfPrevious, beginning[0]);
            Assert.Equal(" alpha, bravo. We begin.", Vocabulary.Decode(beginning.AsSpan()[1..^3]));
        });
    }

    [Fact]
    public void A_glossary_that_does_not_fit_is_told_from_its_beginning_and_the_rest_is_complained_of()
    {
        var names = Enumerable.Range(0, 300).Select(number => $"name{number}").ToArray();

        var told = SpokenPrompt.Of(Vocabulary, new() { Glossary = names, Prompt = new string('p', 500) }, 448);

        Assert.InRange(told.Tokens.Count, 200, 223);
        Assert.StartsWith(" name0, name1,", Vocabulary.Decode([.. told.Tokens]), StringComparison.Ordinal);
        Assert.EndsWith(new string('p', 111), Vocabulary.Decode([.. told.Tokens]), StringComparison.Ordinal);
        Assert.Matches("^The speech model was told the first [0-9]+ of 300 words of the glossary", told.Complaint);
    }

    [Fact]
    public void A_name_that_spells_a_mark_is_a_name()
    {
        var told = SpokenPrompt.Of(Vocabulary, new() { Glossary = ["<|endoftext|>", "", " alpha "], Prompt = "<|notimestamps|>" }, 448);

        Assert.All(told.Tokens, token => Assert.InRange(token, 0, Vocabulary.EndOfText - 1));
        Assert.Null(told.Complaint);
    }

    [Theory]
    [InlineData("Adidas, Nike, Puma.", true)]
    [InlineData("nike puma ASICS", true)]
    [InlineData("Adidas, Nike.", false)] // two may well be said together
    [InlineData("Puma, Nike, Adidas.", false)]
    [InlineData("Adidas, Nike, Puma and others.", false)]
    [InlineData("...", false)]
    public void A_glossary_that_is_only_repeated_is_known(string text, bool isEcho) =>
        Assert.Equal(isEcho, new GlossaryEcho(["Adidas", "Nike", "Puma", "Asics"]).Is(text));

    [Fact]
    public async Task What_only_repeats_the_glossary_is_kept_and_not_believed()
    {
        var heard = await Tones.HearAsync(new ToneNetwork(), ToneWords.Sound(9, English), new() { Glossary = ["zulu", "Alpha", "Bravo", "Charlie"] });

        Assert.Equal(DropReasons.KnownPhrase, Assert.Single(heard.Utterances).Dropped);
    }

    [Theory]
    [InlineData("de", false, "'de' was asked for")]
    [InlineData(null, true, "translates nothing")]
    [InlineData("en", false, null)]
    [InlineData(null, false, null)]
    public void A_model_of_English_alone_says_what_it_cannot_do(string? language, bool translate, string? complaint)
    {
        var english = SpeechVocabularies.OfList([.. Enumerable.Range(0, 256).Select(value => new[] { (byte)value })], 1864, multilingual: false);
        var choice = new LanguageChoice(new WindowDecoder(new ToneNetwork(), english), english, new() { Language = language, Translate = translate });

        Assert.Equal("en", choice.Common);
        Assert.Contains(complaint ?? "", choice.Complaint ?? "", StringComparison.Ordinal);
        Assert.Equal(complaint is null, choice.Complaint is null);
    }

    [Fact]
    public void No_glossary_and_no_prompt_are_no_tokens() => Assert.Empty(SpokenPrompt.Of(Vocabulary, new(), 448).Tokens);
}
