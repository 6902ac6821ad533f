using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Similar;
using VideoIndex.Pipeline.Similar;
using VideoIndex.Similar;
using VideoIndex.Similar.Evidence;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Similar;

/// <summary>Tells which shots are like what was asked for, and why.</summary>
/// <param name="terminal">Where it is told.</param>
/// <param name="library">The library.</param>
/// <param name="videos">Its videos.</param>
/// <param name="limit">The most that were asked for.</param>
internal sealed class LikePage(Terminal terminal, LibraryHost library, Dictionary<VideoId, Video> videos, int limit)
{
    private readonly Dictionary<VideoId, IReadOnlyList<ShotRecord>> _shots = [];

    /// <summary>Tells shots that look alike.</summary>
    public async Task TellAsync(LikeAsked asked, IReadOnlyList<LikeShot> found, CancellationToken cancellationToken)
    {
        var told = new List<LikeShape>();
        foreach (var one in found)
        {
            if (await ShotAsync(one.Video, one.Moment, cancellationToken).ConfigureAwait(false) is { } shot)
            {
                told.Add(new LikeShape(videos[one.Video], shot, one, library.Folder.PathOf));
            }
        }

        Tell(asked, told);
    }

    /// <summary>Tells shots that words say.</summary>
    public async Task TellAsync(LikeAsked asked, IReadOnlyList<WordedShot> found, CancellationToken cancellationToken)
    {
        var told = new List<LikeShape>();
        foreach (var one in found)
        {
            if (await ShotAsync(one.Video, one.Moment, cancellationToken).ConfigureAwait(false) is { } shot)
            {
                told.Add(new LikeShape(videos[one.Video], shot, one, library.Folder.PathOf));
            }
        }

        Tell(asked, told);
    }

    private void Tell(LikeAsked asked, List<LikeShape> found)
    {
        if (terminal.Json)
        {
            terminal.Write(new LikeAnswerShape(new LikeAskedShape(asked), found), Shapes.Default.LikeAnswerShape);
            return;
        }

        foreach (var one in found)
        {
            terminal.Say($"{one.Video.Id[..8]}  shot {one.Shot}, {one.Label}  {one.Score:0.000}  {one.Because}");
            if (one.Keyframe is { } keyframe)
            {
                terminal.Say($"          frame {keyframe}");
            }
        }

        terminal.Say(found is [] ? "Nothing found." : $"{Counts.Of(found.Count, "shot")}, the most alike first.{(found.Count == limit ? " --limit shows more." : "")}");
    }

    // One that was decided anew in the meantime is gone.
    private async Task<ShotRecord?> ShotAsync(VideoId video, VectorMoment moment, CancellationToken cancellationToken)
    {
        if (!_shots.TryGetValue(video, out var shots))
        {
            shots = videos.ContainsKey(video) && await library.Catalog.ReadAsync(video, cancellationToken).ConfigureAwait(false) is { } contents ? contents.Shots : [];
            _shots[video] = shots;
        }

        return shots.FirstOrDefault(shot => ShotVectors.MomentOf(shot) == moment);
    }
}

/// <summary>What others are to be like: one of the first three.</summary>
/// <param name="Video">The video whose shot it is.</param>
/// <param name="Shot">The shot.</param>
/// <param name="Picture">The file of a picture, absolute.</param>
/// <param name="Words">Words.</param>
/// <param name="Where">The question that chose the moments; null for all.</param>
internal sealed record LikeAsked(Video? Video, ShotRecord? Shot, string? Picture, string? Words, string? Where);
