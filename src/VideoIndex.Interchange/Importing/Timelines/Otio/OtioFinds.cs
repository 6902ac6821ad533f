using VideoIndex.Interchange.Importing.Services;

namespace VideoIndex.Interchange.Importing.Timelines.Otio;

/// <summary>Finds what a timeline says of one video.</summary>
internal sealed class OtioFinds
{
    private static readonly Fault Elsewhere = new("marker stands where no clip of the video plays and was left out", "markers stand where no clip of the video plays and were left out");

    private static readonly Fault Warped = new("marker stands over a clip that plays faster or slower and was left out", "markers stand over clips that play faster or slower and were left out");

    private readonly OtioItem _root;
    private readonly OtioTags _tags;
    private readonly HashSet<OtioMedia> _meant;

    /// <summary>Takes a timeline.</summary>
    /// <exception cref="ImportException"><c>bad-import</c>: it has no clip, or clips of several files and none of this video.</exception>
    public OtioFinds(OtioItem root, ImportOrder order, OtioTags tags)
    {
        (_root, _tags) = (root, tags);
        List<OtioMedia> files = [.. root.All.Select(item => item.Media).OfType<OtioMedia>().Distinct()];
        _meant = [.. files.Where(file => file.Is(order.Video))];
        List<string> names = [.. files.Select(file => file.Name).Distinct()];
        if (_meant.Count == 0 && names is [var only])
        {
            _meant = [.. files];
            tags.Complaints.Add($"Its clips are of '{Short(only)}', which is taken to be this video.");
        }

        if (_meant.Count == 0)
        {
            throw new ImportException("bad-import", names is []
                ? $"'{order.FileName}' has no clip, so it says nothing of a video."
                : $"'{order.FileName}' has clips of {names.Count} files and none of this video: {string.Join(", ", names.Take(5).Select(name => $"'{Short(name)}'"))}.");
        }
    }

    /// <summary>Takes the marks.</summary>
    public void TakeMarks()
    {
        foreach (var item in _root.All)
        {
            foreach (var mark in item.Marks)
            {
                Take(item, mark);
            }

            foreach (var name in item.Timeless)
            {
                _tags.Complaints.Count(Fault.NoTime, name);
            }
        }
    }

    /// <summary>Takes the clips: those of pictures, or those of sound where no picture is of the video. A clip of the whole file says nothing.</summary>
    public void TakeClips()
    {
        var sounds = _root.All.Where(item => item.IsSound).SelectMany(item => item.All).Where(IsMeant).ToHashSet(ReferenceEqualityComparer.Instance);
        List<OtioItem> clips = [.. _root.All.Where(IsMeant).Where(clip => clip.Trim is not null && clip.Trim.Duration != clip.Media!.Available?.Duration)];
        List<OtioItem> pictures = [.. clips.Where(clip => !sounds.Contains(clip))];
        foreach (var clip in pictures is [] ? clips : pictures)
        {
            _tags.Add(new OtioMark(OtioValue.Text(clip.Written, "name") ?? "", "", null, clip.Trim!, null), clip.Media!);
        }
    }

    private bool IsMeant(OtioItem item) => item.Media is { } media && _meant.Contains(media);

    private void Take(OtioItem item, OtioMark mark)
    {
        if (item.Media is { } media)
        {
            if (_meant.Contains(media))
            {
                _tags.Add(mark, media);
            }

            return;
        }

        // A timeline's own time starts at 0; some programs write the labels people see.
        var found = item.At(mark.Range.Start) ?? (_root.Start is { } start ? item.At(mark.Range.Start - start) : null);
        if (found is not { } place || !IsMeant(place.Clip))
        {
            _tags.Complaints.Count(Elsewhere, mark.Name);
        }
        else if (place.Clip.IsWarped)
        {
            _tags.Complaints.Count(Warped, mark.Name);
        }
        else
        {
            var length = mark.Range.Duration < place.Left ? mark.Range.Duration : place.Left;
            _tags.Add(mark with { Range = new OtioRange(place.Time, length, mark.Range.Rate), Facts = null }, place.Clip.Media!);
        }
    }

    private static string Short(string name) => name.Length <= 60 ? name : name[..(char.IsHighSurrogate(name[59]) ? 59 : 60)] + "...";
}
