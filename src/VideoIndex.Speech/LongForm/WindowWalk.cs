using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Timing;

namespace VideoIndex.Speech.LongForm;

/// <summary>
/// Walks through a long sound window by window, each beginning where the last one stopped understanding. A. Radford and others, 2022, section 4.5; the
/// rules are those of the official program, which this follows to the frame, but for two ways in which that one may never end: a part that ends
/// behind the sound ends with it, and a window that is not left after it was listened to twice is passed over.
/// </summary>
/// <param name="listener">Listens to a window.</param>
/// <param name="options">How to walk.</param>
public sealed class WindowWalk(IWindowListener listener, LongFormOptions options)
{
    private readonly History _history = new(options);
    private double _lastSpeech;

    /// <summary>Gets the language; null until the walk begins.</summary>
    public string? Language { get; private set; } = options.Language;

    /// <summary>Walks; what is heard is given as soon as its window is done with.</summary>
    /// <param name="progress">Is told how many frames of the sound are behind it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IEnumerable<HeardPassage> Walk(IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (listener.Frames == 0)
        {
            yield break;
        }

        Language ??= listener.Language(cancellationToken);
        foreach (var (start, end) in Clips.Of(options.Clips, listener.Frames))
        {
            var (seek, stood) = (start, false);
            while (seek < end)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var frames = Math.Min(listener.WindowFrames, end - seek);
                var (heard, next) = Window(seek, frames, cancellationToken);
                foreach (var passage in heard)
                {
                    yield return passage;
                }

                (seek, stood) = next > seek ? (next, false) : stood ? (seek + frames, false) : (seek, true);
                progress.Report(Math.Min(seek, listener.Frames));
            }
        }
    }

    private (IReadOnlyList<HeardPassage> Heard, int Next) Window(int seek, int frames, CancellationToken cancellationToken)
    {
        var answer = listener.Listen(seek, frames, Language!, _history.Prompt, cancellationToken);
        var passages = Passages.Of(answer.Tokens, seek, frames, listener.Marks, listener.Text);
        if (IsSilent(answer))
        {
            return ([.. passages.All.Select(passage => new HeardPassage(passage, answer, seek) { Skipped = true })], seek + frames);
        }

        var next = seek + passages.Heard;
        if (options.WordTimes)
        {
            SetWords(passages.All, seek, frames);
            var pauses = new Pauses(seek, frames, listener.WindowFrames, listener.Frames, _lastSpeech);
            next = pauses.Next(passages, options.HallucinationSilence, next, out var again);
            if (again)
            {
                return ([], next);
            }

            _lastSpeech = LastEnd(passages.All) ?? _lastSpeech;
        }

        Keep(passages.All, answer);
        return ([.. passages.All.Select(passage => new HeardPassage(passage, answer, seek))], next);
    }

    private bool IsSilent(DecodedWindow answer) =>
        answer.NoSpeechProbability > options.Thresholds.NoSpeech && !(answer.AverageLogProbability > options.Thresholds.AverageLogProbability);

    private void SetWords(List<Passage> passages, int seek, int frames)
    {
        var text = passages.SelectMany(passage => passage.Tokens).Where(token => token < listener.Marks.EndOfText).ToArray();
        var words = text.Length == 0 ? [] : listener.Words(text, frames, Language!);
        PassageWords.Set(passages, words, listener.Marks.EndOfText, options.Punctuation, (double)seek / Passages.FramesPerSecond, _lastSpeech);
    }

    // A passage that lasts no time or says nothing stays, emptied; it is not told to the next window.
    private void Keep(List<Passage> passages, DecodedWindow answer)
    {
        foreach (var passage in passages)
        {
            if (passage.Start == passage.End || string.IsNullOrWhiteSpace(passage.Text))
            {
                passage.Empty();
            }

            _history.Add(passage.Tokens);
        }

        if (!options.ConditionOnPrevious || answer.Temperature > 0.5)
        {
            _history.Reset();
        }
    }

    /// <summary>Says when the last word ends; where there are none, when the last passage does.</summary>
    internal static double? LastEnd(IReadOnlyList<Passage> passages) =>
        passages.LastOrDefault(passage => passage.Words.Count > 0)?.Words[^1].End ?? (passages.Count > 0 ? passages[^1].End : null);
}
