using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Vision.Looks;

namespace VideoIndex.Accuracy.Copies;

/// <summary>Makes copies and reads their sketches as the product does. What is already in the folder is not made again.</summary>
internal sealed class CopyFootage(string folder)
{
    /// <summary>The longest excerpt that copies are made of, in seconds.</summary>
    public const double Longest = 12;

    /// <summary>Reads the frames of a file, with their own timestamps; null for a file without pictures.</summary>
    public FrameEvidence? Read(string file, string name)
    {
        var (kept, times) = (Path.Combine(folder, name + ".luma"), Path.Combine(folder, name + ".times"));
        if (!File.Exists(kept) || !File.Exists(times))
        {
            using var ffmpeg = Ffmpeg.Start(
                [
                    "-copyts", "-i", file,
                    "-map", "0:v:0", "-vf", "scale=320:180:flags=fast_bilinear,format=gray", "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1",
                    "-map", "0:v:0", "-vf", "scale=16:16", "-fps_mode", "passthrough", "-enc_time_base", "-1", "-f", "framecrc", times,
                ],
                input: false);
            var (gray, sketch, sketcher) = (new byte[GrayFrame.Size], new byte[FrameSketches.Size], new FrameSketcher());
            using (var to = File.Create(kept + ".part"))
            {
                while (ffmpeg.StandardOutput.BaseStream.ReadAtLeast(gray, gray.Length, throwOnEndOfStream: false) == gray.Length)
                {
                    sketcher.Sketch(gray, sketch);
                    to.Write(sketch, 0, FrameSketches.Means);
                }
            }

            ffmpeg.WaitForExit(Timeout.Infinite); // a damaged clip ends badly and counts all the same
            File.Move(kept + ".part", kept, overwrite: true);
        }

        return !File.Exists(times) ? null : Evidence(Sketches(File.ReadAllBytes(kept)), File.ReadAllLines(times));
    }

    /// <summary>Makes a copy of part of a clip and reads it.</summary>
    /// <returns>Its frames, null where it could not be made, and where the excerpt lies in it and in the clip, in seconds.</returns>
    public (FrameEvidence? Evidence, double Here, double There, double Length) Copy(Edit edit, Original original, string around)
    {
        var (clip, name, seconds, zero) = (original.File, original.Name, original.Seconds, original.Evidence.Zero.Seconds.ToDouble());
        var excerpt = Math.Min(Longest, seconds);
        var begin = (seconds - excerpt) / 2 + excerpt * edit.From;
        var length = excerpt * (edit.Until - edit.From);
        var (file, key) = (Path.Combine(folder, $"{name}-{edit.FileName}.mkv"), $"{name}-{edit.FileName}");
        if (!File.Exists(Path.Combine(folder, key + ".luma")) || !File.Exists(Path.Combine(folder, key + ".times")))
        {
            var even = $"trim=start={Text(begin + zero)}:duration={Text(length)},setpts=PTS-STARTPTS,scale='min(640,trunc(iw/2)*2)':-2,setsar=1,{edit.Filters},scale=trunc(iw/2)*2:trunc(ih/2)*2,setsar=1,format=yuv420p";
            string[] input = edit.Inside ? ["-i", clip, "-i", around] : ["-i", clip];
            string[] graph = edit.Inside
                ? ["-filter_complex", $"[0:v:0]{even},scale=480:270,setsar=1,fps=25[c];[1:v:0]scale=480:270,setsar=1,fps=25,format=yuv420p,split[a][b];[a]trim=0:5,setpts=PTS-STARTPTS[x];[b]trim=6:12,setpts=PTS-STARTPTS[y];[x][c][y]concat=n=3[v]", "-map", "[v]"]
                : ["-map", "0:v:0", "-vf", even];
            using var ffmpeg = Ffmpeg.Start([.. input, .. graph, "-an", "-sn", "-dn", .. edit.Encoding.Split(' '), file], input: false);
            ffmpeg.WaitForExit(Timeout.Infinite);
        }

        var evidence = Read(file, key);
        File.Delete(file);
        return (evidence, edit.Inside ? 5 : 0, begin, length / edit.Speed);
    }

    private static FrameEvidence Evidence(FrameSketches sketches, string[] lines)
    {
        var unit = new Rational(1, 1000);
        var stamps = new SortedSet<long>();
        foreach (var line in lines)
        {
            if (line.StartsWith("#tb 0: ", StringComparison.Ordinal))
            {
                var parts = line[7..].Split('/');
                unit = new Rational(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                stamps.Add(long.Parse(line.Split(',')[2], CultureInfo.InvariantCulture));
            }
        }

        var count = Math.Min(stamps.Count, sketches.Count);
        var times = stamps.Take(count).ToArray();
        var step = count > 1 ? (times[^1] - times[0]) / (count - 1) : 1;
        var zero = MediaTime.FromTimestamp(times[0], unit);
        var end = new MediaTime(MediaTime.FromTimestamp(times[^1] + step, unit).Seconds - zero.Seconds);
        return new FrameEvidence(unit, zero, times, new FrameScore[count], end) { Sketches = new FrameSketches(sketches.Bytes[..(count * FrameSketches.Size)]) };
    }

    // Luma alone is kept: copies are found by nothing else.
    private static FrameSketches Sketches(byte[] luma)
    {
        var sketches = new byte[luma.Length / FrameSketches.Means * FrameSketches.Size];
        for (var frame = 0; frame < luma.Length / FrameSketches.Means; frame++)
        {
            luma.AsSpan(frame * FrameSketches.Means, FrameSketches.Means).CopyTo(sketches.AsSpan(frame * FrameSketches.Size));
        }

        return new FrameSketches(sketches);
    }

    private static string Text(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
