using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Looks;
using VideoIndex.Timing;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Vision.Logos;

/// <summary>Finds the keypoints of each look, looking only where the picture changed since the look before.</summary>
/// <remarks>
/// What changes so slowly that no two looks differ would never be seen: in every fourth second of the container's clock the whole picture is
/// looked at. So what is said of a look depends on it and the look before alone, wherever the decode began.
/// </remarks>
/// <param name="extractor">Finds keypoints.</param>
/// <param name="coder">Makes codes of descriptors.</param>
/// <param name="timeBase">The unit of the timestamps, in seconds.</param>
/// <param name="stills">Keeps how the looks look; null where that is not kept.</param>
public sealed class FeatureWatcher(IFeatureExtractor extractor, IFeatureCoder coder, Rational timeBase, StillMaker? stills = null) : IFeatureWatcher
{
    private const int SecondsBetweenWholeLooks = 4;
    private readonly PictureFeatures _found = new();
    private byte[] _before = [];
    private (int Width, int Height) _size;
    private long _turn;

    /// <inheritdoc/>
    public LookFeatures Look(long timestamp, in LookPicture picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var turn = (new Rational(timestamp, 1) * timeBase / new Rational(SecondsBetweenWholeLooks, 1)).Floor();
        var area = _size == (width, height) && turn == _turn
            ? ChangedBlocks.Between(_before, picture.Luma, width, height)
            : PictureArea.Whole(width, height);
        extractor.Extract(picture.Luma, width, height, area, _found);
        var (codes, backgrounds) = (new FeatureCode[_found.Count], new byte[_found.Count]);
        coder.Encode(_found, codes, backgrounds);
        var features = new SeenFeature[_found.Count];
        for (var at = 0; at < features.Length; at++)
        {
            features[at] = SeenFeature.Of(_found.Keypoints[at], codes[at], backgrounds[at]);
        }

        Remember(picture, turn);
        var still = area.Share > 0 ? stills?.Make(picture.Luma, width, height, area) : null;
        return new LookFeatures(area, features) { Still = still };
    }

    private void Remember(in LookPicture picture, long turn)
    {
        if (_before.Length != picture.Luma.Length)
        {
            _before = new byte[picture.Luma.Length];
        }

        picture.Luma.CopyTo(_before);
        (_size, _turn) = ((picture.Width, picture.Height), turn);
    }
}
