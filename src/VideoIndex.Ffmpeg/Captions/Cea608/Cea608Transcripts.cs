using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Ffmpeg.Captions.Cea608;

/// <summary>Gathers what CEA-608 shows into a transcript a channel.</summary>
internal sealed class Cea608Transcripts
{
    private readonly List<Cea608Caption> _captions = [];
    private readonly Cea608Decoder _decoder;
    private int _settled; // captions before this one have an end after their start
    private long _lastFrame = long.MinValue;
    private long _frameLength;

    /// <param name="rate">How many units of time there are in a second.</param>
    public Cea608Transcripts(Rational rate)
    {
        // The copy of a control code comes with the next frame or two; a tenth of a second is more than any encoder takes.
        _decoder = new Cea608Decoder((rate * new Rational(1, 10)).Round(), _captions.Add);
    }

    /// <summary>Takes the next frame in presentation order, with or without pairs.</summary>
    public void Add(long time, IEnumerable<CaptionPair> pairs)
    {
        if (_lastFrame != long.MinValue && time > _lastFrame)
        {
            _frameLength = time - _lastFrame;
            Settle(time);
        }

        _lastFrame = time;
        foreach (var pair in pairs)
        {
            _decoder.Push(pair.SecondField, pair.First, pair.Second, time);
        }
    }

    /// <summary>Ends what is still shown with the last frame, and returns the transcripts, CC1 first.</summary>
    /// <param name="timeOf">Returns the moment of a frame on the player's clock.</param>
    public IReadOnlyList<Transcript> Finish(Func<long, MediaTime> timeOf)
    {
        if (_lastFrame == long.MinValue)
        {
            return [];
        }

        var end = _lastFrame + Math.Max(1, _frameLength);
        _decoder.Finish(end);
        Settle(end);
        return [.. _captions.GroupBy(caption => caption.Channel).OrderBy(channel => channel.Key).Select(channel => new Transcript(
            Language: null,
            new Origin("captions", $"cea-608 CC{channel.Key}"),
            Cues.InOrder(channel.Select(caption => (timeOf(caption.Start), timeOf(caption.End), WordsOf(caption.Text))))))
            .Where(transcript => transcript.Utterances.Count > 0)];
    }

    // Some encoders send a solid block for every letter they do not know; blocks alone are no words.
    private static string WordsOf(string text) => text.All(letter => letter is '█' or ' ' or '\n') ? "" : CaptionText.Plain(text);

    // A caption that came and went inside one frame was sent to be read all the same: it gets that frame.
    private void Settle(long nextFrame)
    {
        for (; _settled < _captions.Count; _settled++)
        {
            var caption = _captions[_settled];
            _captions[_settled] = caption.End > caption.Start ? caption : caption with { End = Math.Max(nextFrame, caption.Start + 1) };
        }
    }
}
