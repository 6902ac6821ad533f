using VideoIndex.Hearing;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Tests.Hearing;

public sealed class ConversationTests
{
    private static readonly Origin Model = new("model", "whisper-test", "1");

    [Fact]
    public void Channels_of_a_track_become_one_conversation_in_order_of_time() => Assert.Equal(
        ["left [0,2) Where were you?", "right [1,3) At home.", "left [4,5) I see."],
        Spell(Conversation.Of([Channel("left", Said(0, 2, "Where were you?"), Said(4, 5, "I see.")), Channel("right", Said(1, 3, "At home."))]).Single()));

    [Fact]
    public void Other_tracks_other_engines_and_captions_stay_as_they_are()
    {
        Transcript[] all =
        [
            new("en", new Origin("captions", "cea-608 CC1"), [Said(0, 1, "hi")]),
            Channel("left", Said(0, 1, "hi")), Channel("right", Said(2, 3, "ho")),
            Channel("left", Said(0, 1, "hi")) with { Track = 2 }, Channel("1", Said(0, 1, "hi")) with { Origin = Model with { Version = "2" } },
            new("en", Model, [Said(0, 1, "hi")]) { Track = 3 },
        ];
        var conversations = Conversation.Of(all);
        Assert.Equal([null, 1, 2, 1, 3], conversations.Select(transcript => transcript.Track));
        Assert.Same(all[0], conversations[0]);
        Assert.Same(all[5], conversations[4]);
        Assert.Equal("channel 1", conversations[3].Utterances[0].Speaker);
    }

    [Fact]
    public void What_a_microphone_hears_of_the_other_is_left_out_where_it_is_less_sure() => Assert.Equal(
        ["left [0,2) Where were you?", "right [3,4) At home."],
        Spell(Conversation.Of(
        [
            Channel("left", Said(0, 2, "Where were you?", 0.9), Said(3, 4, "at home", 0.3)),
            Channel("right", Said(0.2, 1.9, "where were you", 0.4), Said(3, 4, "At home.", 0.8)),
        ]).Single()));

    [Fact]
    public void The_same_words_at_another_time_are_no_echo() =>
        Assert.Equal(2, Conversation.Of([Channel("left", Said(0, 1, "Yes.")), Channel("right", Said(0.8, 2, "Yes."))]).Single().Utterances.Count);

    [Fact]
    public void An_utterance_keeps_its_language_where_the_channels_differ()
    {
        var joined = Conversation.Of([Channel("left", Said(0, 1, "one"), Said(2, 3, "two")), Channel("right", Said(4, 5, "drei")) with { Language = "de" }]).Single();
        Assert.Equal("en", joined.Language);
        Assert.Equal([null, null, "de"], joined.Utterances.Select(utterance => utterance.Language));
    }

    [Fact]
    public void Speakers_are_given_word_by_word_and_an_utterance_of_two_is_divided()
    {
        var words = Words(0, "Where", " were", " you?", " At", " home.");
        var transcript = new Transcript("en", Model, [new Utterance(Span(0, 5), "Where were you? At home.") { Words = words }, Said(6, 7, "I see."), Said(9, 10, "Hm.")]);
        var spoken = Conversation.WithSpeakers(transcript, [new(Span(0, 2.9), "speaker 1"), new(Span(3, 5), "speaker 2"), new(Span(5.5, 8), "speaker 1")]);
        Assert.Equal(["speaker 1 [0,3) Where were you?", "speaker 2 [3,5) At home.", "speaker 1 [6,7) I see.", " [9,10) Hm."], Spell(spoken));
        Assert.All(spoken.Utterances.Where(utterance => utterance.Words.Count > 0), utterance => Assert.Equal(utterance.Text, string.Concat(utterance.Words.Select(word => word.Text))));
    }

    [Fact]
    public void Turns_end_where_another_speaks_or_nobody_does_for_a_while()
    {
        Utterance[] said = [Said(0, 1, "a") with { Speaker = "left" }, Said(1.4, 2, "b") with { Speaker = "left" }, Said(1.8, 3, "c") with { Speaker = "right" }, Said(4.5, 5, "d") with { Speaker = "right" }];
        Assert.Equal(["left [0,2) 2", "right [9/5,3) 1", "right [9/2,5) 1"], SpeakerTurns.Of(said).Select(turn => $"{turn.Speaker} [{turn.Span.Start.Seconds},{turn.Span.End.Seconds}) {turn.Utterances.Count}"));
    }

    [Fact]
    public void Silence_divides_speech_and_names_nobody()
    {
        MediaSpan[] speech = [Span(4, 5), Span(0, 1), Span(2, 3), Span(2.2, 2.4), Span(6.5, 7)];
        var stretches = new SilenceDiarizer(SilenceDiarizer.DefaultPause).Divide(speech);
        Assert.Equal([new SpeakerStretch(Span(0, 5), null), new SpeakerStretch(Span(6.5, 7), null)], stretches);
    }

    private static Transcript Channel(string name, params Utterance[] said) => new("en", Model, said) { Track = 1, Channel = name };

    private static Utterance Said(double start, double end, string text, double? confidence = null) =>
        new(Span(start, end), text) { Confidence = confidence is { } sure ? new Confidence(sure) : null };

    private static SpokenWord[] Words(double start, params string[] words) =>
        [.. words.Select((word, at) => new SpokenWord(Span(start + at, start + at + 1), word, new Confidence(0.9)))];

    private static MediaSpan Span(double start, double end) => new(At(start), At(end));

    private static MediaTime At(double seconds) => new(new Rational((long)Math.Round(seconds * 1000), 1000));

    private static IEnumerable<string> Spell(Transcript transcript) =>
        transcript.Utterances.Select(utterance => $"{utterance.Speaker} [{utterance.Span.Start.Seconds},{utterance.Span.End.Seconds}) {utterance.Text}");
}
