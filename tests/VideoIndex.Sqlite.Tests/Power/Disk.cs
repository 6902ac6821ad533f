namespace VideoIndex.Sqlite.Tests.Power;

/// <summary>How a power cut treats what was written and not yet synced.</summary>
internal enum Cut
{
    LosesAllUnsynced,
    KeepsAllUnsynced,
    KeepsSome, // any of them: disks write in the order they like
    KeepsTornSome, // of those, any sectors
}

/// <summary>A disk to which recorded operations are done again, and whose power can be cut at any time.</summary>
internal sealed class Disk
{
    private const int Sector = 512;
    private readonly Dictionary<string, DiskFile> _files = [];

    public void Do(DiskOperation operation)
    {
        if (!_files.TryGetValue(operation.File, out var file))
        {
            _files.Add(operation.File, file = new DiskFile());
        }

        switch (operation.Action)
        {
            case DiskAction.Sync:
                SyncFolderFor(operation.File, file);
                file.SyncFirst(file.Unsynced.Count);
                break;
            case DiskAction.DeleteForGood:
                file.Unsynced.Add(operation);
                SyncFolder();
                break;
            default:
                file.Unsynced.Add(operation);
                file.IsNew |= operation.Action == DiskAction.Delete; // under this name, the next will be
                break;
        }
    }

    // With the first sync of a log it has made, SQLite syncs the folder, so that the name is there; and what was deleted is gone.
    private void SyncFolderFor(string name, DiskFile file)
    {
        if (file.IsNew && name.Contains('-', StringComparison.Ordinal))
        {
            SyncFolder();
            file.IsNew = false;
        }
    }

    private void SyncFolder()
    {
        foreach (var file in _files.Values)
        {
            file.SyncFirst(1 + file.Unsynced.FindLastIndex(operation => operation.Action is DiskAction.Delete or DiskAction.DeleteForGood));
        }
    }

    /// <summary>Writes into a folder what is on the disk after a power cut at this moment.</summary>
    public void WriteTo(string folder, Cut cut, Random random)
    {
        foreach (var (name, file) in _files)
        {
            var image = file.Synced.Copy();
            foreach (var operation in file.Unsynced.Where(_ => cut == Cut.KeepsAllUnsynced || (cut != Cut.LosesAllUnsynced && random.Next(2) == 0)))
            {
                foreach (var part in cut == Cut.KeepsTornSome ? Torn(operation, random) : [operation])
                {
                    image.Do(part);
                }
            }

            image.WriteTo(Path.Combine(folder, name));
        }
    }

    private static IEnumerable<DiskOperation> Torn(DiskOperation operation, Random random)
    {
        if (operation.Action != DiskAction.Write)
        {
            return [operation];
        }

        return operation.Bytes.Chunk(Sector).Index().Where(_ => random.Next(3) > 0)
            .Select(sector => operation with { At = operation.At + ((long)sector.Index * Sector), Bytes = sector.Item });
    }

    private sealed class DiskFile
    {
        public Image Synced { get; } = new();

        public List<DiskOperation> Unsynced { get; } = [];

        public bool IsNew { get; set; } = true;

        public void SyncFirst(int operations)
        {
            Unsynced.Take(operations).ToList().ForEach(Synced.Do);
            Unsynced.RemoveRange(0, operations);
        }
    }

    /// <summary>A file's bytes; null where there is no file.</summary>
    private sealed class Image
    {
        private byte[]? _bytes;
        private int _length;

        public Image Copy() => new() { _bytes = _bytes?.AsSpan(0, _length).ToArray(), _length = _length };

        public void Do(DiskOperation operation)
        {
            switch (operation.Action)
            {
                case DiskAction.Write:
                    Resize((int)Math.Max(_length, operation.At + operation.Bytes.Length));
                    operation.Bytes.CopyTo(_bytes.AsSpan((int)operation.At));
                    break;
                case DiskAction.Truncate:
                    Resize((int)operation.At);
                    break;
                default:
                    (_bytes, _length) = (null, 0);
                    break;
            }
        }

        public void WriteTo(string path)
        {
            if (_bytes is not null)
            {
                using var file = File.Create(path);
                file.Write(_bytes, 0, _length);
            }
        }

        private void Resize(int length)
        {
            if (_bytes is null || _bytes.Length < length)
            {
                var larger = new byte[Math.Max(length, 2 * _length)];
                _bytes?.AsSpan(0, _length).CopyTo(larger);
                _bytes = larger;
            }

            if (length < _length)
            {
                _bytes.AsSpan(length, _length - length).Clear(); // what a file is lengthened by later is zero
            }

            _length = length;
        }
    }
}
