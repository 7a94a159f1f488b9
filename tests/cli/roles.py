# SPDX-License-Identifier: MIT
"""Runs roles.table: each command as leader, secretary, office, admin, viewer, on the demo's data,
at a place of their own and at another's. Prints TAP. A command without a row fails."""
import atexit
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

program, table, data = sys.argv[1:4]
LOGINS = ['mau', 'thidu', 'luutru', 'saoluu', 'xem']
ROLES = ['leader', 'secretary', 'office', 'admin', 'viewer']
DENIED = 5
WORD = 'Zimbabwe'  # what a section being written says
where = tempfile.mkdtemp(dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else os.environ['WORK'])
atexit.register(shutil.rmtree, where)
bad = 0
told = 0


def tell(ok, name, why=''):
    global told, bad
    told += 1
    bad += not ok
    print(f'{"ok" if ok else "not ok"} {told} - {name}')
    if why:
        print('#  ', why)


def run(db, login, args):
    who = ['--as', login] if login else []
    return subprocess.run([program, *args, '--db', db, *who], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=100, cwd=where)


def done(db, login, *args):
    result = run(db, login, args)
    if result.returncode:
        raise SystemExit(f'{args} as {login}: {result.stderr}')
    return result.stdout


def write(name, text):
    with open(os.path.join(where, name), 'w', encoding='utf-8') as file:
        file.write(text)
    return os.path.join(where, name)


def meetings(db, region, final):
    rows = json.loads(done(db, 'luutru', 'meeting', 'list', '--region', region, '--json'))
    return str(next(row['id'] for row in rows if (row['state'] == 'final') == final))


# --- what a row needs -------------------------------------------------------------------------------

def review(db, place, until):
    region = place['r']
    if region == 'tsh':
        raise SystemExit('the demo has that one submitted')
    done(db, 'luutru', 'review', 'begin', region, '2021H2')
    for section in '123456':
        done(db, 'luutru', 'review', 'write', region, '2021H2', '--section', section, '--text', WORD)
    for code in place['all'].split():
        done(db, 'luutru', 'review', 'mark', region, '2021H2', code, 'met')
    if until != 'drafted':
        done(db, 'luutru', 'review', 'submit', region, '2021H2')
    if until == 'approved':
        done(db, place['lead'], 'review', 'approve', region, '2021H2', '--confirm', '2021H2')


def remark(db, place, answered):
    before = json.loads(done(db, 'mau', 'remark', 'list', '--json'))
    done(db, 'mau', 'remark', 'add', 'Vì sao?', '--place', place['d'])
    known = {row['id'] for row in before}
    place['remark'] = str(next(row['id'] for row in json.loads(done(db, 'mau', 'remark', 'list', '--json'))
                               if row['id'] not in known))
    if answered:
        done(db, 'luutru', 'remark', 'answer', place['remark'], 'Đã làm')


def ended(db, place):
    done(db, 'luutru', 'task', 'end', '3a', place['d'], '--reason', 'gộp')


def told_by_office(db, place):
    done(db, 'luutru', 'progress', 'set', '3a', place['d'], '--percent', '55')


def with_key(db, place):
    done(db, 'saoluu', 'key', 'add', 'tracuu', '--key', KEY)
    place['key_id'] = str(json.loads(done(db, 'saoluu', 'key', 'list', '--json'))[-1]['id'])


KEY = ('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG7desjeKfU7BMUfYZMJ9Fz6dlpeAfq9SyTbndmXEfaF x')
KEY_TWO = ('sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEB'
           'QYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABHNzaDo= y')
STATES = {
    'base': lambda db, place: None,
    'drafted': lambda db, place: review(db, place, 'drafted'),
    'submitted': lambda db, place: review(db, place, 'submitted'),
    'approved': lambda db, place: review(db, place, 'approved'),
    'said': lambda db, place: remark(db, place, False),
    'answered': lambda db, place: remark(db, place, True),
    'ended': ended,
    'told': told_by_office,
    'key': with_key,
}


# --- cells --------------------------------------------------------------------------------------------

def cells(row, base, place, expected, own):
    name, state, line = row
    db = os.path.join(where, 'cells.db')
    kept = base + '.' + state + own
    place = dict(place)
    if not os.path.exists(kept):
        shutil.copy(base, kept)
        STATES[state](kept, place)
        places[own].update(place)
    place.update({k: v for k, v in places[own].items() if k not in place})
    args = [part.format(**place) for part in line]
    fresh = False
    wrong = []
    for login, role, want in zip(LOGINS, ROLES, expected):
        if not fresh:
            shutil.copy(kept, db)
        result = run(db, login, args)
        wanted = int(want) if want.isdigit() else {'n': DENIED}.get(want, 0)
        told_it = WORD in result.stdout.replace(' '.join(args), '')
        if want == '?':
            wanted = result.returncode if result.returncode != DENIED else 0
        if result.returncode != wanted or (want in 'sh' and told_it != (want == 's')):
            wrong.append(f'{role}: {result.returncode} for {wanted}: {result.stderr.strip()[:160]!r}')
        fresh = result.returncode != 0
    tell(not wrong, f'{name}, {"own" if own == "o" else "another"} place', '; '.join(wrong))


def rows():
    with open(table, encoding='utf-8') as lines:
        for line in lines:
            if line.strip() and not line.startswith('#'):
                expected, state, words = (part.strip() for part in line.split('|', 2))
                yield expected.split(), state, re.findall(r"'[^']*'|\S+", words)


# --- what is hidden -----------------------------------------------------------------------------------

# Each word stands in one thing that is not yet everybody's.
HIDDEN = {'Zululand': 'the subject of open minutes', 'Zaire': 'their agenda', 'Zanzibar': 'their proceedings',
          'Zambezi': 'their conclusion', 'Zante': 'their guest', 'Zagreb': 'a remark on them',
          'Zimbabwe': 'a section being written', 'Zambia': "a mark's reason", 'Zagora': 'a remark on a review'}
MAY_SEE = {'o': 'yyynn', 't': 'nnynn'}  # typed from the manual
READS = """
regions list / board / task list / task show 3a / directive show 259-CV/TU / directive list / period list / indicator list / meeting list /
meeting list --region {r} / meeting show {hid} / meeting versions {hid} / meeting diff {hid} /
meeting tasks {hid} / review list / review list --region {r} / review show {r} 2021H2 / review overview /
review overview 2021H2 / review schedule / review sign-request {r} 2021H2 / conclusion list / remark list /
round list / round show bc-259.3 / user list / assign list / calendar --from 1/11/2021 --to 31/12/2021 /
news --since 1/1/2021 / history meeting {hid} / history review {review} / history region {r} /
history district {d} / history person {lead} / audit log / audit show meeting {hid} /
audit show review {review} / search Zulul / search Zair / search Zanzib / search Zamb / search Zant /
search Zagr / search Zimbab / search Zago / check / audit verify
"""


def hide(db, place):
    r, d = place['r'], place['d']
    known = {row['id'] for row in json.loads(done(db, 'luutru', 'meeting', 'list', '--json'))}
    done(db, 'luutru', 'meeting', 'add', r, '--subject', 'Zululand', '--date', '22/11/2021')
    hid = next(str(row['id']) for row in json.loads(done(db, 'luutru', 'meeting', 'list', '--json'))
               if row['id'] not in known)
    done(db, 'luutru', 'meeting', 'item', hid, 'Zaire')
    done(db, 'luutru', 'meeting', 'write', hid, '--item', '1', '--text', 'Zanzibar')
    done(db, 'luutru', 'meeting', 'conclude', hid, 'Zambezi')
    done(db, 'luutru', 'meeting', 'attend', hid, 'Zante', '--by-name')
    review(db, place, 'drafted')
    done(db, 'luutru', 'review', 'mark', r, '2021H2', d, 'unmet', '--reason', 'Zambia')
    done(db, place['lead'], 'remark', 'add', 'Zagreb', '--meeting', hid, '--to', 'luutru')
    done(db, place['lead'], 'remark', 'add', 'Zagora', '--review', '2021H2', '--place', r, '--to', 'luutru')
    reviews = json.loads(done(db, 'luutru', 'review', 'list', '--region', r, '--json'))
    place['hid'] = hid
    place['review'] = str(next(row['id'] for row in reviews if row.get('period') == '2021H2'))


def shown(db, login, place):
    """Each hidden word with the first command that told it."""
    told_by = {}
    for line in READS.split('/'):
        args = line.format(**place).split()
        for more in ([], ['--json']):
            out = run(db, login, args + more)
            for word in HIDDEN:
                if word in out.stdout + out.stderr:
                    told_by.setdefault(word, ' '.join(args + more))
    return told_by


def nothing_hidden_is_told(base, own):
    place = dict(places[own])
    db = base + '.hidden' + own
    shutil.copy(base, db)
    hide(db, place)
    for login, role, may in zip(LOGINS, ROLES, MAY_SEE[own]):
        told_by = shown(db, login, place)
        if may == 'y':
            wrong = [what for word, what in HIDDEN.items() if word not in told_by]
        else:
            wrong = [f'{HIDDEN[word]}: {command}' for word, command in told_by.items()]
        tell(not wrong, f'{role} is {"told all" if may == "y" else "told nothing"} that is hidden, '
                        f'{"own" if own == "o" else "another"} place', '; '.join(wrong))


def every_command_has_a_row(names):
    listed = subprocess.run([program, 'help', '--lang', 'en'], capture_output=True, text=True).stdout
    commands = re.findall(r'^  ([a-z][a-z-]*(?: [a-z-]+)?)  ', listed, re.M)
    missing = [name for name in commands
               if not any(row == name or row.startswith(name + ' ') for row in names)]
    tell(len(commands) > 80 and not missing, 'every command has a row', ', '.join(missing))


base = os.path.join(where, 'base.db')
made = subprocess.run([program, 'demo', '--reset'], env={**os.environ, 'XDG_DATA_HOME': where},
                      capture_output=True, text=True, timeout=100)
if made.returncode:
    raise SystemExit(made.stderr)
shutil.copy(os.path.join(where, 'dieuphoi', 'demo.db'), base)
places = {
    'o': {'r': 'hd', 'd': 'kien-hai', 'lead': 'mau', 'all': 'phu-quoc kien-hai'},
    't': {'r': 'umt', 'd': 'an-bien', 'lead': 'minhhoa', 'all': 'an-bien an-minh vinh-thuan u-minh-thuong'},
}
for place in places.values():
    place['open'] = meetings(base, place['r'], False)
    place['final'] = meetings(base, place['r'], True)
    place['key'], place['key2'], place['where'], place['data'] = KEY, KEY_TWO, where, data
    place['progress'] = write(f'progress-{place["r"]}.tsv', f'Mã\tNơi\t%\n3a\t{place["d"]}\t60\n')
    place['readings'] = write(f'readings-{place["r"]}.tsv',
                              f'Chỉ tiêu\tMã\tSố liệu đến\tGiá trị\nban-le\t{place["d"]}\t20/11/2021\t50\n')
    place['reports'] = write(f'reports-{place["r"]}.tsv', f'Nơi\tTình trạng\n{place["d"]}\tđã nộp\n')
os.mkdir(os.path.join(where, 'kept'))
people = write('people.tsv', 'Họ tên\nNgười Mới\n')
for place in places.values():
    place['people'] = people

names = []
for expected, state, line in rows():
    line = [part.strip("'") for part in line]
    names.append(' '.join(line))
    if expected == ['-']:  # there is no database yet, or no person of it is asked
        continue
    for own, wanted in zip('ot', expected):
        cells((' '.join(line)[:60], state, line), base, places[own], wanted, own)
for own in places:
    nothing_hidden_is_told(base, own)
every_command_has_a_row(names)
sys.exit(0)
