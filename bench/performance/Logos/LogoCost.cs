using System.Security.Cryptography;
using VideoIndex.Logos;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Matching;
using VideoIndex.Logos.Recognition;
using VideoIndex.Pipeline.Logos.Keeping;
using VideoIndex.Videos;

namespace VideoIndex.Performance.Logos;

/// <summary>What looking for logos takes, summed up over files and rounds. In seconds of processor time.</summary>
internal sealed class LogoCost(ICodeWords words, IReadOnlyList<(string Name, KnownExample Example)> examples, EvidenceShelf shelf, IReadOnlyList<VideoId> videos)
{
    private readonly LogoSearch _search = new(words);

    /// <summary>Gets what each logo takes.</summary>
    public IReadOnlyList<OneLogo> Logos { get; } = [.. examples.Select(one => new OneLogo(one.Name, one.Example))];

    /// <summary>Gets how many looks were gone through.</summary>
    public int Looks { get; private set; }

    /// <summary>Gets how many tracks they were.</summary>
    public long Tracks { get; private set; }

    /// <summary>Gets how long opening and closing the files took, once for all logos.</summary>
    public double Opening { get; private set; }

    /// <summary>Goes through all files once.</summary>
    public void Measure()
    {
        foreach (var video in videos)
        {
            var start = Now();
            var open = shelf.Open(video)!;
            var evidence = open.Evidence;
            var opened = Now();
            (Looks, Tracks) = (Looks + evidence.Looks.Length, Tracks + evidence.Count);
            foreach (var logo in Logos)
            {
                Measure(evidence, logo);
            }

            var ending = Now();
            open.Dispose();
            Opening += Now() - ending + opened - start;
        }
    }

    // All of it first, so that what is not yet in the processor's cache is counted there.
    private void Measure(FeatureEvidence evidence, OneLogo logo)
    {
        var start = Now();
        var found = _search.Find(evidence, logo.Example, default).ToList();
        var all = Now();
        var sorted = _search.Sorted(logo.Example);
        var tracks = TrackMatch.In(evidence, sorted);
        var compared = Now();
        var matches = new LookMatches(evidence, logo.Example, sorted.Features, tracks);
        for (var look = 0; look < evidence.Looks.Length; look++)
        {
            if (matches.MoveTo(look))
            {
                logo.Changed++;
                logo.MayHold += matches.MayAgree(3) ? 1 : 0;
            }

            logo.Matches += matches.Count;
        }

        logo.Gathering += Now() - compared;
        (logo.All, logo.Comparing) = (logo.All + all - start, logo.Comparing + compared - all);
        logo.Add(found);
    }

    private static double Now() => Environment.CpuUsage.TotalTime.TotalSeconds;
}

/// <summary>What one logo takes.</summary>
internal sealed class OneLogo(string name, KnownExample example)
{
    private readonly IncrementalHash _answer = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Name { get; } = name;

    public KnownExample Example { get; } = example;

    /// <summary>Gets or sets how many looks differ from the one before.</summary>
    public int Changed { get; set; }

    /// <summary>Gets or sets in how many of those so many matches agree that there may be a pose.</summary>
    public int MayHold { get; set; }

    public long Matches { get; set; }

    public int Sightings { get; private set; }

    public double All { get; set; }

    public double Comparing { get; set; }

    public double Gathering { get; set; }

    /// <summary>Gets what tells this answer from any other.</summary>
    public string Answer => Convert.ToHexStringLower(_answer.GetCurrentHash());

    public void Add(IReadOnlyList<LogoSighting> found)
    {
        Sightings += found.Count;
        _answer.AppendData(SightingPacking.Pack(found));
    }
}
