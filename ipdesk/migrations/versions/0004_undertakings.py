"""undertakings to mend minor gaps

Revision ID: 0004
Revises: 0003
Create Date: 2026-11-22 19:00:00

"""
import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "undertaking",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_undertaking_case_id_case_file"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_undertaking_made_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_undertaking")),
        sa.UniqueConstraint("case_id", "code", name=op.f("uq_undertaking_case_id")),
    )
    with op.batch_alter_table("undertaking", schema=None) as batch_op:
        batch_op.create_index("ix_undertaking_follow", ["state", "due"], unique=False)


def downgrade():
    with op.batch_alter_table("undertaking", schema=None) as batch_op:
        batch_op.drop_index("ix_undertaking_follow")
    op.drop_table("undertaking")
