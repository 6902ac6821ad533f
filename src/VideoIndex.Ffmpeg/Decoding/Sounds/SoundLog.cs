using System.Globalization;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Decoding.Sounds;

/// <summary>Reads what FFmpeg writes of the sound while it decodes: a line for each stretch of samples that is kept, and its complaints.</summary>
internal sealed class SoundLog(IEnumerable<AudioTrack> kept)
{
    private readonly List<(string Mark, int Track, SoundRuns Runs)> _tracks = [.. kept.Select(track => ($"[{SoundCommand.LogOf(track)} @ ", track.Number, new SoundRuns()))];

    /// <summary>Gets how many errors FFmpeg reported.</summary>
    public int Complaints { get; private set; }

    /// <summary>Takes one line of FFmpeg's log; null says there will be no more.</summary>
    public void OnLine(string? line)
    {
        if (line is null)
        {
            return;
        }

        foreach (var (mark, _, runs) in _tracks)
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                if (Number(line, " nb_samples:") is { } samples)
                {
                    runs.Add(Number(line, " pts:"), samples);
                }

                return;
            }
        }

        Complaints += Complaint.In(line) is null ? 0 : 1;
    }

    /// <summary>Returns when the samples of a track are heard.</summary>
    public SoundRuns Of(AudioTrack track) => _tracks.Single(one => one.Track == track.Number).Runs;

    private static long? Number(string line, string mark)
    {
        var at = line.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = line.AsSpan(at + mark.Length).TrimStart();
        var end = rest.IndexOf(' ');
        return long.TryParse(end < 0 ? rest : rest[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
