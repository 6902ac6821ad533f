using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Tests.Transcripts;

public sealed class CueTests
{
    [Fact]
    public void What_fits_one_line_is_one_line_and_stays_until_it_is_read() =>
        Assert.Equal(["1-3 Ask not."], Said.By("en", Said.Words(1, 3, "Ask not.")).Cues().Spell());

    [Fact]
    public void A_short_word_stays_for_the_shortest_time() =>
        Assert.Equal(["1-1.833 No."], Said.By("en", Said.Words(1, 1.2, "No.")).Cues().Spell());

    [Fact]
    public void Two_lines_are_about_as_long_and_break_where_it_reads_well() => Assert.Equal(
        ["0-5 And so, my fellow Americans, / ask not what your country can do for you."],
        Said.By("en", Said.Words(0, 5, "And so, my fellow Americans, ask not what your country can do for you.")).Cues().Spell());

    [Fact]
    public void A_line_never_ends_with_an_article()
    {
        var line = Said.By("en", Said.Words(0, 4, "We walked around the corner and saw the house of her father.")).Cues().Cues[0].Lines[0].Text;
        Assert.DoesNotMatch("(the|and|of)$", line);
    }

    [Fact]
    public void Sentences_part_cues() => Assert.Equal(
        ["0-4.417 The keeper had no chance at all there.", "4.5-9 It is the first goal of the season."],
        Said.By("en", Said.Words(0, 9, "The keeper had no chance at all there. It is the first goal of the season.")).Cues().Spell());

    [Fact]
    public void Long_speech_becomes_cues_that_keep_every_rule()
    {
        var text = string.Join(' ', Enumerable.Repeat("The midfielder picks up the ball, turns away from two defenders and plays it wide to the winger on the left.", 6));
        var sheet = Said.By("en", Said.Words(0, 45, text)).Cues();
        Assert.Empty(sheet.Notes);
        Assert.True(sheet.Cues.Count >= 8);
        Assert.Equal(text, string.Join(' ', sheet.Cues.Select(cue => cue.Text.Replace('\n', ' '))));
    }

    [Fact]
    public void Speech_faster_than_people_read_is_kept_whole_and_said()
    {
        var text = string.Join(' ', Enumerable.Repeat("extraordinarily", 30));
        var sheet = Said.By("en", Said.Words(0, 6, text)).Cues();
        Assert.Equal(text, string.Join(' ', sheet.Cues.Select(cue => cue.Text.Replace('\n', ' '))));
        Assert.Contains(sheet.Notes, note => note.Contains("more to read than 20 characters a second", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_longer_than_a_line_is_not_broken_and_said()
    {
        var word = new string('x', 60);
        var sheet = Said.By("en", Said.Words(0, 9, $"short {word} short")).Cues();
        Assert.Contains(sheet.Cues, cue => cue.Lines.Any(line => line.Text == word));
        Assert.Contains(sheet.Notes, note => note.Contains("a line longer than 42 characters", StringComparison.Ordinal));
    }

    [Fact]
    public void Half_a_second_between_two_cues_is_closed_and_more_is_left() => Assert.Equal(
        ["0-2.417 One is here.", "2.5-4 Two is here.", "6-7 Three is here."],
        Said.By("en", Said.Words(0, 2, "One is here."), Said.Words(2.5, 4, "Two is here."), Said.Words(6, 7, "Three is here.")).Cues().Spell());

    [Fact]
    public void Words_too_short_to_stand_alone_join_their_neighbours() => Assert.Equal(
        ["0-2.5 Yes. I think so, too."],
        Said.By("en", Said.Words(0, 0.4, "Yes."), Said.Words(0.5, 2.5, "I think so, too.")).Cues().Spell());

    [Fact]
    public void Two_who_speak_at_once_have_a_line_each() => Assert.Equal(
        ["1-3 - Did you see that? / - No, never!"],
        Said.By("en", Said.Words(1, 3, "Did you see that?", "left"), Said.Words(1.5, 2.5, "No, never!", "right")).Cues().Spell());

    [Fact]
    public void Another_speaker_begins_with_a_dash_once() => Assert.Equal(
        ["0-2 - We begin.", "3-5 Now.", "6-8 - Thank you."],
        Said.By("en", Said.Words(0, 2, "We begin.", "left"), Said.Words(3, 5, "Now.", "left"), Said.Words(6, 8, "Thank you.", "right")).Cues().Spell());

    [Fact]
    public void A_beginning_or_end_beside_a_cut_moves_to_it() => Assert.Equal(
        ["1-3.017 Just beside a cut.", "5-7 Far from one."],
        Said.By("en", Said.Words(1.2, 3, "Just beside a cut."), Said.Words(5, 7, "Far from one.")).Cues(null, Said.At(1), Said.At(3.1), Said.At(9)).Spell());

    [Fact]
    public void Japanese_counts_wide_characters_thirteen_a_line()
    {
        var sheet = Said.By("ja", Said.Letters(0, 12, "東京の天気は晴れです。明日は雨が降るでしょう。傘を持ってください。")).Cues();
        Assert.All(sheet.Cues.SelectMany(cue => cue.Lines), line => Assert.InRange(line.Text.Length, 1, 13));
        Assert.All(sheet.Cues.SelectMany(cue => cue.Lines), line => Assert.DoesNotMatch("^[。、]", line.Text));
        Assert.Equal("東京の天気は晴れです。明日は雨が降るでしょう。傘を持ってください。", string.Concat(sheet.Cues.SelectMany(cue => cue.Lines).Select(line => line.Text)));
    }

    [Theory]
    [InlineData("en", "x", 42, 20)]
    [InlineData("de-AT", "x", 42, 17)]
    [InlineData("jpn", "x", 13, 4)]
    [InlineData("zh-Hant", "x", 16, 9)]
    [InlineData("ko", "x", 16, 12)]
    [InlineData(null, "ひらがなとカタカナ", 13, 4)]
    [InlineData(null, "你好世界", 16, 9)]
    [InlineData(null, "안녕하세요", 16, 12)]
    [InlineData("und", "Hello", 42, 20)]
    public void The_rules_are_those_of_the_language_or_else_of_the_script(string? language, string text, int line, int speed)
    {
        var rules = CueRules.For(new Transcript(language, Said.Model, [new Utterance(Said.Span(0, 1), text)]));
        Assert.Equal((line, speed), (rules.MaxLine, rules.ReadingSpeed));
    }

    [Fact]
    public void Words_nobody_is_sure_of_are_runs_of_their_own()
    {
        var runs = Said.By("en", Said.Words(0, 3, "It was Szczęsny~ who~ saved it.")).Cues().Cues[0].Lines[0].Runs;
        Assert.Equal([new CueRun("It was ", false), new CueRun("Szczęsny who", true), new CueRun(" saved it.", false)], runs);
    }

    [Fact]
    public void What_is_not_believed_is_left_out_unless_it_is_asked_for()
    {
        var transcript = Said.By("en", Said.Words(0, 2, "Welcome."), Said.Words(5, 7, "Thanks for watching!") with { Dropped = DropReasons.KnownPhrase });
        Assert.Equal(["0-2 Welcome."], transcript.Cues().Spell());
        Assert.Equal([null, "known-phrase"], transcript.Cues(CueRules.For(transcript) with { WithDropped = true }).Cues.Select(cue => cue.Dropped));
    }

    [Fact]
    public void Utterances_without_words_share_their_time_out_by_length_and_it_is_said()
    {
        var text = string.Join(' ', Enumerable.Repeat("a sentence of some length without any words.", 5));
        var sheet = new Transcript("en", new Origin("service", "host", "m"), [new Utterance(Said.Span(0, 20), text)]) { Track = 1 }.Cues();
        Assert.True(sheet.Cues.Count > 2);
        Assert.Contains("1 utterance has no times of words; where one is divided, its time is shared out by length.", sheet.Notes);
    }

    [Fact]
    public void Captions_a_file_came_with_are_kept_as_they_are_and_only_broken_anew_when_asked()
    {
        var captions = new Transcript("en", new Origin("sidecar", "clip.srt"), [
            new Utterance(Said.Span(0, 0.1), "Much too short, and a line that is longer than any rule allows it to be"), new Utterance(Said.Span(0.05, 30), "two\nlines")]);
        Assert.Equal(["0-0.1 Much too short, and a line that is longer than any rule allows it to be", "0.05-30 two / lines"], captions.Cues().Spell());
        Assert.Equal(["0-0.1 Much too short, and a line that is longer / than any rule allows it to be", "0.05-30 two lines"], captions.Cues(new CueRules { Rewrap = true }).Spell());
    }
}
