using VideoIndex.Media;
using VideoIndex.Pipeline.Library;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>A folder that sounds are decoded into; it goes with this, unless there is something in it to be listened to.</summary>
/// <param name="folder">The folder; null for none.</param>
internal sealed class SoundDraft(string? folder) : IDisposable
{
    private bool _kept;

    /// <summary>Gets the folder; null for none.</summary>
    public string? Folder => folder;

    /// <summary>Decides how the sounds are to be heard, and keeps the folder where any is.</summary>
    public IReadOnlyList<Ear> Keep(IReadOnlyList<KeptSound> sounds)
    {
        if (folder is null || sounds is [])
        {
            return [];
        }

        var ears = SoundShelf.Fill(folder, sounds).Ears;
        _kept = true;
        return ears;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (folder is not null && !_kept)
        {
            LibraryFolder.DeleteFolder(folder);
        }
    }
}
