using VideoIndex.Ffmpeg.Chapters;
using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Reels;

/// <summary>Makes reels with FFmpeg, inside the sandbox: sections are decoded one after the other into one encoder, frame by frame as the reel shows them.</summary>
/// <param name="tools">FFmpeg.</param>
public sealed class FfmpegReelMaker(MediaTools tools) : IReelMaker
{
    // Our own pictures, for as long as it takes: a decoder that stands still is stopped, and then so is this.
    private static readonly ToolLimits Encoding = new() { CpuSeconds = 1_000_000, FileBytes = 50L << 30, SilenceSeconds = 600 };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReelPart>> MakeAsync(ReelOrder order, IAsyncEnumerable<ReelSection> sections, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(sections);
        var (name, size) = (Name(order), ReelSize.Of(order.Shape));
        using var scratch = new Scratch();
        using var queue = new FrameQueue(size.Bytes);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = new ToolCall(Tool.Ffmpeg, ReelCommand.Encode(size, order.Rate)) { Folder = scratch.Folder, Limits = Encoding, Feed = queue.WriteTo };
        var encoded = tools.RunAsync(call, _ => { }, null, stop.Token);
        var (parts, hasSound) = (new List<ReelPart>(), false);
        try
        {
            using var sound = new ReelSound(scratch.Folder, order.Rate);
            await foreach (var section in sections.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                parts.Add(await AddAsync(section, parts, new Reeling(size, queue, sound, scratch), cancellationToken).ConfigureAwait(false));
                if (queue.IsAbandoned)
                {
                    break;
                }
            }

            hasSound = sound.HasSound;
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            queue.Complete();
            await Task.WhenAny(encoded).ConfigureAwait(false);
            throw;
        }

        queue.Complete();
        var result = await encoded.ConfigureAwait(false);
        if (!queue.IsAbandoned && parts.All(part => part.Refusal is not null))
        {
            throw parts is [var first, ..] ? first.Refusal! : Refused("clip-failed", "there is nothing to put on it.");
        }

        ClipFile.Check(result);
        await JoinAsync(order, parts, hasSound, scratch, cancellationToken).ConfigureAwait(false);
        return scratch.MoveOut(name, order.Output) ? parts : throw Refused("clip-failed", "FFmpeg wrote nothing.");
    }

    private async Task<ReelPart> AddAsync(ReelSection section, List<ReelPart> before, Reeling reeling, CancellationToken cancellationToken)
    {
        var from = before is [.., var last] ? last.Frames.Until : 0;
        try
        {
            var film = new SectionFilm(section, reeling.Queue);
            var call = new ToolCall(Tool.Ffmpeg, film.Command(reeling)) { Input = section.Path, Folder = reeling.Scratch.Folder, Limits = Limits(section) };
            var result = await tools.RunAsync(call, film.Read, null, cancellationToken).ConfigureAwait(false);
            if (film.Shown == 0)
            {
                ClipFile.Check(result);
                throw Refused("clip-failed", "none of the section's frames could be decoded.");
            }

            film.Fill();
            var frames = new FrameRange(from, from + section.Frames.Count);
            reeling.Sound.Add(frames);
            return new ReelPart(section, frames, film.Missing, null);
        }
        catch (MediaRefusedException refused)
        {
            reeling.Sound.Add(new FrameRange(from, from));
            return new ReelPart(section, new FrameRange(from, from), 0, refused);
        }
    }

    private async Task JoinAsync(ReelOrder order, List<ReelPart> parts, bool hasSound, Scratch scratch, CancellationToken cancellationToken)
    {
        var chapters = parts.Where(part => part.Refusal is null).Select(part => (order.Rate.StartOf(part.Frames.First), order.Rate.StartOf(part.Frames.Until), part.Section.Title));
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, ReelCommand.Chapters), ChapterText.Of(chapters), cancellationToken).ConfigureAwait(false);
        var call = new ToolCall(Tool.Ffmpeg, ReelCommand.Join(order, hasSound, Name(order))) { Folder = scratch.Folder, Limits = Encoding };
        ClipFile.Check(await tools.RunAsync(call, _ => { }, null, cancellationToken).ConfigureAwait(false));
    }

    private static ToolLimits Limits(ReelSection section) =>
        ToolLimits.ForWholeFile(section.Probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(section.Path).Length) with { FileBytes = 50L << 30 };

    private static string Name(ReelOrder order) => Path.GetExtension(order.Output).ToUpperInvariant() switch
    {
        ".MP4" => "reel.mp4",
        ".MOV" => "reel.mov",
        _ => throw new ArgumentException("A reel is written as .mp4 or .mov.", nameof(order)),
    };

    private static MediaRefusedException Refused(string code, string why) => new(code, $"The reel could not be made: {why}");
}

/// <summary>What the sections of a reel share.</summary>
internal sealed record Reeling(ReelSize Size, FrameQueue Queue, ReelSound Sound, Scratch Scratch);
