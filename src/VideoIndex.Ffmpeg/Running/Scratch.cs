namespace VideoIndex.Ffmpeg.Running;

/// <summary>A folder for one tool call to write in, gone with its owner.</summary>
internal sealed class Scratch : IDisposable
{
    /// <summary>Gets the folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("videoindex-").FullName;

    /// <summary>Moves a finished file out, replacing what was there in one step.</summary>
    /// <returns><see langword="false"/> when the tool wrote no such file.</returns>
    public bool MoveOut(string name, string to)
    {
        var made = new FileInfo(Path.Combine(Folder, name));
        if (!made.Exists || made.Length == 0)
        {
            return false;
        }

        // The scratch folder may be on another disk, where a move is a copy: copy beside the target first, then rename.
        var beside = to + ".part";
        try
        {
            File.Copy(made.FullName, beside, overwrite: true);
            File.Move(beside, to, overwrite: true);
            return true;
        }
        finally
        {
            // Still there only where one of them failed: the disk is full, say.
            File.Delete(beside);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
