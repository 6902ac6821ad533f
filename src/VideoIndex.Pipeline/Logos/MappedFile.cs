using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace VideoIndex.Pipeline.Logos;

/// <summary>A file as memory: the system reads what is touched, and takes the room back when it needs it.</summary>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly int _length;
    private byte* _start;

    private MappedFile(FileStream stream, MemoryMappedFileAccess access)
    {
        _length = checked((int)stream.Length);
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, access, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, 0, access);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>Opens a file to be read. One that is empty cannot be mapped.</summary>
    /// <exception cref="IOException">It cannot be opened, or is empty or larger than 2 GB.</exception>
    public static MappedFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return stream.Length is > 0 and <= int.MaxValue
                ? new MappedFile(stream, MemoryMappedFileAccess.Read)
                : throw new IOException($"'{path}' is empty or too large.");
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Makes a file of a size, to be written.</summary>
    public static MappedFile Make(string path, int length)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        stream.SetLength(length);
        return new MappedFile(stream, MemoryMappedFileAccess.ReadWrite);
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(_start, _length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_start is not null)
        {
            _start = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }
}
