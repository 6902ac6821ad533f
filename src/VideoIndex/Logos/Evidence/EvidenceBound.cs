namespace VideoIndex.Logos.Evidence;

/// <summary>How many tracks there is room for where what is kept of a video to find logos in is bounded.</summary>
public static class EvidenceBound
{
    /// <summary>How many looks there are in an hour, one in each half second.</summary>
    public const int LooksAnHour = 7_200;

    // Of the bound, what keypoints have where stills take more than the rest.
    private const double LeastOfKeypoints = 0.4;

    /// <summary>Returns how many tracks may be kept of a video: what stills leave of the bound, and two fifths of it in any case.</summary>
    /// <param name="bytesAnHour">How many bytes an hour keypoints and stills may take together.</param>
    /// <param name="looks">How many looks the video has.</param>
    /// <param name="stillBytes">How many bytes its stills take.</param>
    public static long MostTracks(long bytesAnHour, int looks, long stillBytes)
    {
        var bytes = bytesAnHour * looks / LooksAnHour;
        return Math.Max((long)(bytes * LeastOfKeypoints), bytes - stillBytes) / FeatureTrack.Bytes;
    }
}
